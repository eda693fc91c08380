package recruitflow.desk.candidates;

import recruitflow.domain.desk.applications.Reference;
import recruitflow.domain.desk.candidates.SearchText;
import recruitflow.platform.database.Conditions;
import recruitflow.platform.database.Like;

/** What a recruiter types into a search field, as conditions on candidate c and application a. */
public final class CandidateSearch {
  private static final int LEAST_DIGITS = 3;
  private static final int MOST_WORDS = 8;

  private CandidateSearch() {}

  /** Every word must be in the name, the number or the address; RF-12 means that application. */
  public static void narrow(Conditions conditions, String typed, boolean withApplications) {
    if (typed == null || typed.isBlank()) {
      return;
    }
    var reference = Reference.find(typed);
    if (withApplications && reference.isPresent()) {
      conditions.and("a.id = ?", reference.getAsLong());
      return;
    }
    var digits = typed.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    if (digits.length() >= LEAST_DIGITS && typed.matches("[0-9+()./\\s-]+")) {
      conditions.and("c.search_text like ?", Like.contains(digits));
      return;
    }
    var words = SearchText.fold(typed).split(" ");
    for (int i = 0; i < Math.min(words.length, MOST_WORDS); i++) {
      conditions.and("c.search_text like ?", words[i].isEmpty() ? "%" : Like.contains(words[i]));
    }
  }
}

package recruitflow.desk.candidates;

import java.util.List;
import recruitflow.domain.desk.applications.Reference;
import recruitflow.domain.desk.candidates.SearchText;
import recruitflow.platform.database.Conditions;
import recruitflow.platform.database.Like;

/** What a recruiter types into a search field, as conditions on candidate c and application a. */
public final class CandidateSearch {
  private static final int LEAST_DIGITS = 3;
  private static final int MOST_WORDS = 8;

  private CandidateSearch() {}

  /** Every word must be in the name, the number or the address; RF-12 and C-5 mean just these. */
  public static void narrow(Conditions conditions, String typed, boolean withApplications) {
    if (typed == null || typed.isBlank()) {
      return;
    }
    var reference = Reference.find(typed);
    if (withApplications && reference.isPresent()) {
      conditions.and("a.id = ?", reference.getAsLong());
      return;
    }
    var candidate = Reference.findCandidate(typed);
    if (candidate.isPresent()) {
      conditions.and(
          "c.id = (select coalesce(merged_into_id, id) from candidates where id = ?)",
          candidate.getAsLong());
      return;
    }
    var digits = typed.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    if (digits.length() >= LEAST_DIGITS && typed.matches("[0-9+()./\\s-]+")) {
      conditions.and("c.search_text like ?", Like.contains(digits));
      return;
    }
    var words = SearchText.words(typed);
    for (var word :
        words.isEmpty()
            ? List.of(typed.strip())
            : words.subList(0, Math.min(words.size(), MOST_WORDS))) {
      conditions.and("c.search_text like ?", Like.contains(word));
    }
  }
}

package recruitflow.domain.screening.leads;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import recruitflow.domain.desk.candidates.FullName;
import recruitflow.domain.desk.candidates.PhoneReading;

/**
 * A person as a lead form describes him.
 *
 * @param createdTime null when the file gives none that can be read
 * @param phone as read; nothing in it when the cell was empty
 * @param email lower case, or empty
 * @param answers by question as the header gives it; empty answers are left out
 */
public record Lead(
    String leadId,
    Instant createdTime,
    String campaignName,
    String platform,
    FullName name,
    PhoneReading phone,
    String email,
    SequencedMap<String, String> answers) {
  public Lead {
    answers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(answers));
  }

  /** This lead, with what an earlier row of the same person had and this one has not. */
  Lead over(Lead earlier) {
    return new Lead(
        leadId,
        createdTime == null ? earlier.createdTime : createdTime,
        campaignName.isEmpty() ? earlier.campaignName : campaignName,
        platform.isEmpty() ? earlier.platform : platform,
        name.full().isBlank() ? earlier.name : name,
        phone.isEmpty() ? earlier.phone : phone,
        email.isEmpty() ? earlier.email : email,
        together(earlier.answers, answers));
  }

  private static SequencedMap<String, String> together(
      SequencedMap<String, String> earlier, SequencedMap<String, String> later) {
    var all = new LinkedHashMap<>(earlier);
    all.putAll(later);
    return all;
  }
}

package recruitflow.domain.screening.leads;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import recruitflow.domain.desk.candidates.FullName;

/**
 * A person as a lead form describes him.
 *
 * @param createdTime null when the file gives none that can be read
 * @param phone digits and a leading plus, or empty
 * @param phoneE164 null when it cannot be dialled
 * @param email lower case, or empty
 * @param answers by question as the header gives it; empty answers are left out
 */
public record Lead(
    String leadId,
    Instant createdTime,
    String campaignName,
    String platform,
    FullName name,
    String phone,
    String phoneE164,
    String email,
    SequencedMap<String, String> answers) {
  public Lead {
    answers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(answers));
  }

  /** This lead, with what an earlier row of the same person had and this one has not. */
  Lead over(Lead earlier) {
    boolean samePhone = phone.isEmpty();
    return new Lead(
        leadId,
        createdTime == null ? earlier.createdTime : createdTime,
        campaignName,
        platform,
        name.full().isBlank() ? earlier.name : name,
        samePhone ? earlier.phone : phone,
        samePhone ? earlier.phoneE164 : phoneE164,
        email.isEmpty() ? earlier.email : email,
        answers);
  }
}

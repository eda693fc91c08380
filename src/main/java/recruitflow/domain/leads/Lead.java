package recruitflow.domain.leads;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import recruitflow.domain.candidates.FullName;

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
}

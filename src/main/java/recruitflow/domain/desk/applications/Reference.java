package recruitflow.domain.desk.applications;

import java.util.OptionalLong;

/** The references that people read and quote: {@code RF-12} and {@code C-5}. */
public final class Reference {
  private static final String PREFIX = "RF-";
  private static final String CANDIDATE_PREFIX = "C-";

  private Reference() {}

  /** The reference of that application. */
  public static String of(long applicationId) {
    return PREFIX + applicationId;
  }

  /** The application a search for {@code RF-12} or {@code rf-12} means, or nothing. */
  public static OptionalLong find(String text) {
    return find(PREFIX, text);
  }

  /** The reference of that candidate. */
  public static String ofCandidate(long candidateId) {
    return CANDIDATE_PREFIX + candidateId;
  }

  /** The candidate a search for {@code C-5} or {@code c-5} means, or nothing. */
  public static OptionalLong findCandidate(String text) {
    return find(CANDIDATE_PREFIX, text);
  }

  private static OptionalLong find(String prefix, String text) {
    var cleaned = text.strip();
    if (!cleaned.regionMatches(true, 0, prefix, 0, prefix.length())) {
      return OptionalLong.empty();
    }
    var digits = cleaned.substring(prefix.length());
    return digits.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }
}

package recruitflow.domain.desk.applications;

import java.util.OptionalLong;

/** The reference of an application that people read and quote: {@code RF-12}. */
public final class Reference {
  private static final String PREFIX = "RF-";

  private Reference() {}

  /** The reference of that application. */
  public static String of(long applicationId) {
    return PREFIX + applicationId;
  }

  /** The application a search for {@code RF-12} or {@code rf-12} means, or nothing. */
  public static OptionalLong find(String text) {
    var cleaned = text.strip();
    if (!cleaned.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
      return OptionalLong.empty();
    }
    var digits = cleaned.substring(PREFIX.length());
    return digits.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }
}

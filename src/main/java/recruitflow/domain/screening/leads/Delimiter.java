package recruitflow.domain.screening.leads;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands between the columns of a lead file. */
public enum Delimiter {
  TAB('\t'),
  COMMA(','),
  SEMICOLON(';'),
  PIPE('|');

  private final char sign;

  Delimiter(char sign) {
    this.sign = sign;
  }

  char sign() {
    return sign;
  }

  /** The name shown and stored: such as tab or semicolon. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The delimiter of that name, or nothing. */
  public static Optional<Delimiter> find(String text) {
    return Arrays.stream(values()).filter(d -> d.text().equals(text)).findFirst();
  }

  /** All names, for a choice on the screen. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Delimiter::text).toList();
  }
}

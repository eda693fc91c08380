package recruitflow.domain.screening.leads.encoding;

/** Tells UTF-8, a few bad bytes included, from encodings in which every byte is a letter. */
final class Utf8 {
  private Utf8() {}

  /**
   * A letter of several bytes is hardly ever there by chance: more of them than bad bytes decide.
   */
  static boolean isLikely(byte[] bytes) {
    int letters = 0;
    int bad = 0;
    for (int i = 0; i < bytes.length; ) {
      int length = sequence(bytes, i);
      if (length > 1) {
        letters++;
      } else if (length == 0) {
        bad++;
      }
      i += Math.max(1, length);
    }
    return bad == 0 || letters > bad;
  }

  /** How many bytes the letter there has; 0 when there is none. */
  private static int sequence(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}

package recruitflow.domain.screening.leads;

/** Tells the two eight-bit encodings of Central Europe apart. */
final class CentralEurope {
  // Letters such as š and ž of ISO-8859-2; in windows-1250 these bytes are signs, seldom in words.
  private static final String LETTERS_OF_ISO =
      "\u00A1\u00A5\u00A6\u00A9\u00AB\u00AC\u00AE\u00B1\u00B5\u00B6\u00B9\u00BB\u00BC\u00BE";

  private CentralEurope() {}

  static FileEncoding detect(byte[] bytes) {
    boolean iso = false;
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] & 0xFF;
      if (value >= 0x80 && value < 0xA0) {
        return FileEncoding.WINDOWS_1250; // control characters in ISO-8859-2
      }
      iso |= LETTERS_OF_ISO.indexOf(value) >= 0 && touchesLetter(bytes, i);
    }
    return iso ? FileEncoding.ISO_8859_2 : FileEncoding.WINDOWS_1250;
  }

  private static boolean touchesLetter(byte[] bytes, int at) {
    return isLetter(bytes, at - 1) || isLetter(bytes, at + 1);
  }

  private static boolean isLetter(byte[] bytes, int at) {
    return at >= 0
        && at < bytes.length
        && (bytes[at] >= 'a' && bytes[at] <= 'z' || bytes[at] >= 'A' && bytes[at] <= 'Z');
  }
}

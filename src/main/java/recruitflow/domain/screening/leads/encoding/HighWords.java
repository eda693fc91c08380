package recruitflow.domain.screening.leads.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words of a file that have letters beyond ASCII: only they tell eight-bit encodings apart. */
final class HighWords {
  private static final int MOST = 500;
  private static final int LONGEST = 40;

  private HighWords() {}

  /** Each once, in the order of the file, at most 500. */
  static List<byte[]> of(byte[] bytes) {
    Set<String> words = new LinkedHashSet<>();
    int start = -1;
    boolean high = false;
    for (int i = 0; i <= bytes.length && words.size() < MOST; i++) {
      if (i < bytes.length && ofWord(bytes[i])) {
        start = start < 0 ? i : start;
        high |= bytes[i] < 0;
        continue;
      }
      if (high && i - start <= LONGEST) {
        words.add(new String(Arrays.copyOfRange(bytes, start, i), StandardCharsets.ISO_8859_1));
      }
      start = -1;
      high = false;
    }
    return words.stream().map(word -> word.getBytes(StandardCharsets.ISO_8859_1)).toList();
  }

  private static boolean ofWord(byte b) {
    return b < 0 || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
  }
}

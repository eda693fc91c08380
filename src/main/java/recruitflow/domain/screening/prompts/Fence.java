package recruitflow.domain.screening.prompts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Marks what people said or wrote as data. The mark is drawn from the content, so that nobody who
 * writes the content can write the mark that ends it.
 */
public final class Fence {

  private Fence() {}

  /** What a model is told of all fences; whatever stands in them comes after it or before. */
  public static final String RULE =
      "A data section ends only at the closing mark that repeats its opening mark.";

  /** The content between an opening and a closing mark that the content itself does not hold. */
  public static String around(String name, String content) {
    var mark = mark(content);
    return "<data name=\"%s\" mark=\"%s\">\n%s\n</data mark=\"%s\">"
        .formatted(name, mark, content, mark);
  }

  /** The same within a line. */
  public static String inline(String name, String content) {
    var mark = mark(content);
    return "<data name=\"%s\" mark=\"%s\">%s</data mark=\"%s\">"
        .formatted(name, mark, content, mark);
  }

  private static String mark(String content) {
    var seed = content;
    while (true) {
      seed = hash(seed);
      var mark = seed.substring(0, 16);
      if (!content.contains(mark)) {
        return mark;
      }
    }
  }

  private static String hash(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

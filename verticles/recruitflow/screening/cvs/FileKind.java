package recruitflow.screening.cvs;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.apache.tika.Tika;

/**
 * What a file is by its content. Containers are looked into only as far as the names of their
 * parts, which stand in the clear: nothing is unpacked or parsed.
 */
final class FileKind {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final byte[] DOCX_PART = "word/document.xml".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DOC_STREAM = "WordDocument".getBytes(StandardCharsets.UTF_16LE);
  private static final Tika TIKA = new Tika();

  private FileKind() {}

  /** The MIME type, {@code application/octet-stream} when nothing is recognised. */
  static String of(Buffer content) {
    var bytes = content.getBytes();
    var type = TIKA.detect(bytes);
    return switch (type) {
      case "application/zip", "application/x-tika-ooxml" -> holds(bytes, DOCX_PART) ? DOCX : type;
      case "application/x-tika-msoffice" -> holds(bytes, DOC_STREAM) ? "application/msword" : type;
      case "text/rtf" -> "application/rtf";
      default -> type;
    };
  }

  private static boolean holds(byte[] bytes, byte[] wanted) {
    for (var start = 0; start <= bytes.length - wanted.length; start++) {
      var at = 0;
      while (at < wanted.length && bytes[start + at] == wanted[at]) at++;
      if (at == wanted.length) return true;
    }
    return false;
  }
}

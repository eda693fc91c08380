package recruitflow.screening.cvs.files;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.tika.Tika;
import recruitflow.domain.screening.cvs.CvLike.Attachment;

/**
 * What a file is by its content. Containers are looked into only as far as the names of their
 * parts, which stand in the clear: nothing is unpacked or parsed.
 */
public final class FileKind {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String LETTER = "message/rfc822";
  private static final String DOCX_PART = "word/document.xml";
  private static final byte[] DOC_STREAM = "WordDocument".getBytes(StandardCharsets.UTF_16LE);
  private static final byte[] MSG_STREAM =
      "__properties_version1.0".getBytes(StandardCharsets.UTF_16LE);
  private static final Tika TIKA = new Tika();

  private FileKind() {}

  /** The same file with what its content tells: kind, size, and the measure of a picture. */
  static Attachment of(Attachment announced, Buffer content) {
    var found = of(content);
    var type = isLetter(announced, found) ? LETTER : found;
    var side = type.startsWith("image/") ? shorterSide(content) : 0;
    return new Attachment(announced.name(), type, content.length(), announced.place(), side);
  }

  /** The MIME type, {@code application/octet-stream} when nothing is recognised. */
  public static String of(Buffer content) {
    var bytes = content.getBytes();
    var type = TIKA.detect(bytes);
    return switch (type) {
      case "application/zip", "application/x-tika-ooxml" ->
          Zip.holds(bytes, DOCX_PART) ? DOCX : type;
      case "application/x-tika-msoffice" -> msOffice(bytes, type);
      case "text/rtf" -> "application/rtf";
      case "application/vnd.ms-tnef", "application/ms-tnef" -> "application/vnd.ms-tnef";
      default -> type;
    };
  }

  private static String msOffice(byte[] bytes, String type) {
    if (holds(bytes, DOC_STREAM)) return "application/msword";
    return holds(bytes, MSG_STREAM) ? "application/vnd.ms-outlook" : type;
  }

  /** A letter is plain text: only what is said of it tells it from other texts. */
  private static boolean isLetter(Attachment announced, String found) {
    var said = announced.contentType().equals(LETTER) || announced.name().extension().equals("eml");
    return said && (found.startsWith("text/") || found.startsWith("message/"));
  }

  private static int shorterSide(Buffer content) {
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(content.getBytes()))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) return 0;
      var reader = readers.next();
      reader.setInput(in, true, true);
      try {
        return Math.min(reader.getWidth(0), reader.getHeight(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return 0; // no picture that we can measure
    }
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

package recruitflow.sandbox.people;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The CVs people send: small, real files with their name and how to reach them inside. */
public final class CvFiles {
  static final String PDF = "application/pdf";
  static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /** A file as it is attached. */
  public record CvFile(String fileName, String contentType, byte[] bytes) {}

  private CvFiles() {}

  /** The CV of a person in the format their script names. */
  public static CvFile of(Person person, Persona.CvBehaviour cv) {
    var lines = CvText.lines(person);
    var name = cv.fileName() == null ? "cv." + cv.format() : cv.fileName();
    return cv.format().equals("docx")
        ? new CvFile(name, DOCX, DocxFile.write(lines))
        : new CvFile(name, PDF, PdfFile.write(lines));
  }

  /** A CV for tests and for mail put in by hand. */
  public static CvFile of(String fileName, List<String> lines) {
    return fileName.endsWith(".docx")
        ? new CvFile(fileName, DOCX, DocxFile.write(lines))
        : new CvFile(fileName, PDF, PdfFile.write(lines));
  }

  /**
   * A file handed to the control routes: {@code {fileName, contentType, base64 | lines, padTo}};
   * zeros are added up to {@code padTo} bytes.
   */
  public static CvFile from(JsonObject json) {
    var file = written(json);
    var size = Math.max(file.bytes().length, json.getInteger("padTo", 0));
    return new CvFile(file.fileName(), file.contentType(), Arrays.copyOf(file.bytes(), size));
  }

  private static CvFile written(JsonObject json) {
    var name = json.getString("fileName", "cv.pdf");
    var base64 = json.getString("base64");
    if (base64 == null) {
      var lines = json.getJsonArray("lines", new JsonArray().add("CV"));
      return of(name, lines.stream().map(Object::toString).toList());
    }
    var type = json.getString("contentType", "application/octet-stream");
    return new CvFile(name, type, Base64.getMimeDecoder().decode(base64));
  }
}

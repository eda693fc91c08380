package recruitflow.screening.cvs.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import recruitflow.domain.screening.cvs.CvLike.Place;

/** Files in a zip archive, one level deep. */
final class Zip {
  /** What archives that do not say UTF-8 name their files in. */
  private static final Charset OLD_NAMES = Charset.forName("IBM437");

  private Zip() {}

  static Content open(byte[] bytes) {
    return read(bytes, StandardCharsets.UTF_8);
  }

  private static Content read(byte[] bytes, Charset names) {
    var collected = new Collected();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), names)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory()) continue;
        if (!collected.add(entry.getName(), "", Place.ATTACHED, zip)) break;
      }
      return collected.content();
    } catch (IOException | IllegalArgumentException e) {
      // A name may be older than UTF-8; else damaged, encrypted or of a kind nobody else opens.
      return names == OLD_NAMES || !isName(e) ? collected.broken() : read(bytes, OLD_NAMES);
    }
  }

  private static boolean isName(Exception e) {
    return e instanceof IllegalArgumentException || String.valueOf(e.getMessage()).contains("name");
  }
}

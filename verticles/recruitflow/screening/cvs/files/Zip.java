package recruitflow.screening.cvs.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import recruitflow.domain.screening.cvs.CvLike.Place;

/** Files in a zip archive, one level deep. */
final class Zip {
  /** What archives that do not say UTF-8 name their files in. */
  private static final Charset OLD_NAMES = Charset.forName("IBM437");

  private static final int ENTRY_SIGN = 0x02014b50;
  private static final int ENTRY = 46;
  private static final int END_SIGN = 0x06054b50;
  private static final int END = 22;

  private Zip() {}

  /**
   * Whether a file of that name is in the archive itself and not in an archive inside it: its table
   * of contents at the end tells. False when that is lost.
   */
  static boolean holds(byte[] bytes, String name) {
    var archive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    var end = end(archive);
    if (end < 0) return false;
    var left = Short.toUnsignedInt(archive.getShort(end + 10));
    for (long at = Integer.toUnsignedLong(archive.getInt(end + 16)); left > 0; left--) {
      if (at + ENTRY > bytes.length || archive.getInt((int) at) != ENTRY_SIGN) return false;
      var entry = (int) at;
      var length = Short.toUnsignedInt(archive.getShort(entry + 28));
      if (length <= bytes.length - entry - ENTRY
          && name.equals(new String(bytes, entry + ENTRY, length, StandardCharsets.UTF_8)))
        return true;
      at +=
          ENTRY
              + length
              + Short.toUnsignedInt(archive.getShort(entry + 30))
              + Short.toUnsignedInt(archive.getShort(entry + 32));
    }
    return false;
  }

  private static int end(ByteBuffer archive) {
    for (var at = archive.limit() - END; at >= 0; at--)
      if (archive.getInt(at) == END_SIGN) return at;
    return -1;
  }

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

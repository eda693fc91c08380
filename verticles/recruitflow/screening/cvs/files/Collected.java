package recruitflow.screening.cvs.files;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import recruitflow.domain.screening.cvs.CvLike;
import recruitflow.domain.screening.cvs.CvLike.Attachment;
import recruitflow.domain.screening.cvs.CvLike.Place;
import recruitflow.domain.screening.cvs.FileName;

/** The files taken out of an envelope so far, within bounds: an envelope may be a bomb. */
final class Collected {
  static final int MOST_PARTS = 100;
  static final long MOST_BYTES = 2 * CvLike.LARGEST;

  private final List<Content.Part> parts = new ArrayList<>();
  private long bytes;
  private int seen;
  private boolean overflowed;

  /**
   * Reads one file to its end.
   *
   * @return false when a bound is reached: nothing more is to be read
   */
  boolean add(String name, String contentType, Place place, InputStream in) throws IOException {
    if (++seen > MOST_PARTS) return overflow();
    var room = Math.min(CvLike.LARGEST, MOST_BYTES - bytes);
    var content = in.readNBytes((int) room + 1);
    if (content.length > room) return overflow();
    bytes += content.length;
    if (isMadeByAMachine(name)) return true;
    var clean = FileName.clean(name, "file");
    parts.add(
        new Content.Part(
            new Attachment(clean, contentType, content.length, place), Buffer.buffer(content)));
    return true;
  }

  private boolean overflow() {
    overflowed = true;
    return false;
  }

  /** What archives of other systems carry beside the files. */
  private static boolean isMadeByAMachine(String name) {
    var last = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
    return name.startsWith("__MACOSX/")
        || last.startsWith("._")
        || last.equals(".DS_Store")
        || last.equalsIgnoreCase("thumbs.db");
  }

  Content content() {
    return new Content(parts, !overflowed, false);
  }

  /** The same where no file means that there is only the letter's text once more. */
  Content orOnlyText() {
    return new Content(parts, !overflowed, parts.isEmpty() && !overflowed);
  }

  /** The rest could not be read. */
  Content broken() {
    return new Content(parts, false, false);
  }
}

package recruitflow.screening.cvs.files;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import recruitflow.domain.screening.cvs.CvLike.Attachment;

/**
 * What was found in an envelope.
 *
 * @param complete false when it could not be opened, or not be read to its end within its bounds
 * @param isOnlyText a letter's text in another form, without any file
 */
record Content(List<Part> parts, boolean complete, boolean isOnlyText) {
  static final Content CLOSED = new Content(List.of(), false, false);

  Content {
    parts = List.copyOf(parts);
  }

  /** A file inside. */
  record Part(Attachment announced, Buffer bytes) {}
}

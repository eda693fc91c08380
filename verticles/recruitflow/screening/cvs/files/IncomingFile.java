package recruitflow.screening.cvs.files;

import java.util.Optional;
import recruitflow.domain.screening.cvs.CvLike;
import recruitflow.domain.screening.cvs.Doubt;
import recruitflow.domain.screening.cvs.FileName;
import recruitflow.platform.files.FileStore.Stored;

/**
 * A file on its way to an application.
 *
 * @param stored empty when we do not have the bytes
 * @param doubt what keeps it from being filed as a CV before a person has looked; empty for a CV
 * @param needsReview it is filed as a CV, but the content is not what the name promises
 * @param inside which part of an envelope it was, empty when it came as it is
 */
public record IncomingFile(
    FileName name,
    String contentType,
    Optional<Stored> stored,
    Optional<Doubt> doubt,
    boolean needsReview,
    String note,
    String inside) {

  /** A file to be filed as a CV. */
  public static IncomingFile cv(
      FileName name, String contentType, Stored stored, boolean needsReview) {
    var note = needsReview ? "the content is " + contentType + ", not what the name says" : "";
    return new IncomingFile(
        name, contentType, Optional.of(stored), Optional.empty(), needsReview, note, "");
  }

  /** A file that a person must look at. */
  static IncomingFile doubtful(CvLike.Attachment file, Doubt doubt, Optional<Stored> stored) {
    return new IncomingFile(
        file.name(), file.contentType(), stored, Optional.of(doubt), false, doubt.sentence(), "");
  }

  /** A file whose bytes we do not have, to be put before a person all the same. */
  public static IncomingFile missing(FileName name, String contentType, Doubt doubt, String why) {
    return new IncomingFile(
        name, contentType, Optional.empty(), Optional.of(doubt), false, why, "");
  }

  /** The same, known to have come inside another file. */
  IncomingFile inside(FileName envelope, int part) {
    var from = "from " + envelope.shown();
    return new IncomingFile(
        name,
        contentType,
        stored,
        doubt,
        needsReview,
        note.isEmpty() ? from : note + "; " + from,
        "/" + part);
  }
}

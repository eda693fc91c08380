package recruitflow.screening.cvs;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import recruitflow.domain.screening.cvs.CvLike;
import recruitflow.domain.screening.cvs.FileName;
import recruitflow.platform.files.FileStore;
import recruitflow.platform.files.FileStore.Stored;

/**
 * A CV on its way to an application.
 *
 * @param stored empty when we do not have the bytes; {@code note} then says why
 * @param doubtful the content is not what the name promises: a person must look
 */
public record IncomingFile(
    FileName name, String contentType, Optional<Stored> stored, boolean doubtful, String note) {

  public static final String TOO_LARGE = "larger than 25 MB, its content was left where it is";

  /** A file whose bytes we do not have, to be filed all the same. */
  public static IncomingFile missing(FileName name, String contentType, String why) {
    return new IncomingFile(name, contentType, Optional.empty(), true, why);
  }

  /** Judges the bytes and puts them into the store; empty when they are no CV. */
  public static Optional<IncomingFile> take(
      FileStore files, FileName name, Buffer bytes, boolean inline) {
    var type = FileKind.of(bytes);
    var file = new CvLike.Attachment(name, type, bytes.length(), inline);
    return switch (CvLike.judge(file)) {
      case CvLike.Ignored _ -> Optional.empty();
      case CvLike.TooLarge _ -> Optional.of(missing(name, type, TOO_LARGE));
      case CvLike.Cv(var doubtful) -> {
        var note = doubtful ? "the content is " + type + ", not what the name says" : "";
        var stored = files.write(bytes).await();
        yield Optional.of(new IncomingFile(name, type, Optional.of(stored), doubtful, note));
      }
    };
  }
}

package recruitflow.screening.cvs.files;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import recruitflow.domain.screening.cvs.CvLike;
import recruitflow.domain.screening.cvs.CvLike.Attachment;
import recruitflow.domain.screening.cvs.Doubt;
import recruitflow.platform.House;

/**
 * Takes a file in: fetches it if need be, judges its bytes, opens an envelope, and puts into the
 * store what is kept. What is filed and what is put before a person is {@link CvLike}'s decision.
 */
public final class TakeFile {
  private final House house;
  private final Unpack unpack;

  public TakeFile(House house) {
    this.house = house;
    this.unpack = new Unpack(house.vertx());
  }

  /**
   * What is to be kept of one file; nothing when it is of no interest.
   *
   * @param announced what is said of it
   * @param awaited whether a CV is awaited of the sender: only then a doubt is kept
   * @param fetch gives the bytes
   */
  public List<IncomingFile> run(Attachment announced, boolean awaited, Supplier<Buffer> fetch) {
    return CvLike.settledUnread(announced, awaited)
        ? unread(announced, awaited)
        : read(announced, awaited, fetch.get());
  }

  private static List<IncomingFile> unread(Attachment announced, boolean awaited) {
    return switch (CvLike.judge(announced)) {
      case CvLike.TooLarge _ -> List.of(without(announced, Doubt.TOO_LARGE));
      case CvLike.Look(var doubt) when awaited -> List.of(without(announced, doubt));
      default -> List.of();
    };
  }

  private static IncomingFile without(Attachment file, Doubt doubt) {
    return IncomingFile.doubtful(file, doubt, Optional.empty());
  }

  private List<IncomingFile> read(Attachment announced, boolean awaited, Buffer bytes) {
    var file = FileKind.of(announced, bytes);
    return switch (CvLike.judge(file)) {
      case CvLike.Ignored _ -> List.of();
      case CvLike.TooLarge _ -> List.of(without(file, Doubt.TOO_LARGE));
      case CvLike.Cv(var doubtful) -> List.of(cv(file, bytes, doubtful));
      case CvLike.Look(var doubt) -> awaited ? List.of(doubt(file, bytes, doubt)) : List.of();
      case CvLike.Envelope() -> opened(file, bytes, awaited);
    };
  }

  /** What an envelope holds is judged like anything else, but no envelope inside is opened. */
  private List<IncomingFile> opened(Attachment envelope, Buffer bytes, boolean awaited) {
    var content = unpack.run(envelope, bytes);
    var kept = new ArrayList<IncomingFile>();
    var rest = !content.complete();
    for (var part : content.parts()) {
      var file = FileKind.of(part.announced(), part.bytes());
      switch (CvLike.judge(file)) {
        case CvLike.Cv(var doubtful) ->
            kept.add(cv(file, part.bytes(), doubtful).inside(envelope.name(), kept.size()));
        case CvLike.Ignored _ -> {}
        case CvLike.Look _, CvLike.TooLarge _, CvLike.Envelope _ -> rest = true;
      }
    }
    if (awaited && (rest || kept.isEmpty() && !content.isOnlyText())) {
      kept.add(doubt(envelope, bytes, Doubt.ENVELOPE));
    }
    return kept;
  }

  private IncomingFile cv(Attachment file, Buffer bytes, boolean doubtful) {
    var stored = house.files().write(bytes).await();
    return IncomingFile.cv(file.name(), file.contentType(), stored, doubtful);
  }

  private IncomingFile doubt(Attachment file, Buffer bytes, Doubt doubt) {
    if (bytes.length() == 0) return without(file, doubt);
    var stored = house.files().write(bytes).await();
    return IncomingFile.doubtful(file, doubt, Optional.of(stored));
  }
}

package recruitflow.domain.screening.cvs;

import java.util.Map;
import java.util.Set;

/** Whether an attachment counts as a CV. The content decides, the name only says what was meant. */
public sealed interface CvLike {
  /** 25 MB, counted as 1024 times 1024. */
  long LARGEST = 25L * 1024 * 1024;

  /** A picture below this is a logo or a signature, not a photographed CV. */
  long SMALLEST_PICTURE = 50L * 1024;

  /**
   * To be filed.
   *
   * @param doubtful the name promises a document that the content is not: a person must look
   */
  record Cv(boolean doubtful) implements CvLike {}

  /** Over 25 MB: filed without its bytes, which stay where they are. */
  record TooLarge() implements CvLike {}

  /** No CV, and why. */
  record Ignored(String why) implements CvLike {}

  /**
   * What is known of an attachment.
   *
   * @param contentType the MIME type found in the content, or the declared one when the content has
   *     not been read
   * @param size bytes
   * @param inline shown within the mail's text
   */
  record Attachment(FileName name, String contentType, long size, boolean inline) {}

  /** Decides over content that has been read. */
  static CvLike judge(Attachment file) {
    var document = Kinds.DOCUMENTS.containsKey(file.contentType());
    var promised = Kinds.DOCUMENTS.containsValue(file.name().extension());
    var picture = Kinds.PICTURES.contains(file.contentType());
    if (file.size() == 0) return new Ignored("empty file");
    if (!document && !promised && !picture) return new Ignored("not a document");
    if (file.size() > LARGEST) return new TooLarge();
    if (document) return new Cv(false);
    if (promised) return new Cv(true);
    if (file.inline()) return new Ignored("picture inside the text");
    return file.size() < SMALLEST_PICTURE ? new Ignored("small picture") : new Cv(false);
  }

  /** The same for a file that a recruiter chose: a picture counts at any size. */
  static CvLike judgeByHand(Attachment file) {
    var picture = Kinds.PICTURES.contains(file.contentType()) && file.size() > 0;
    var size = picture ? Math.max(file.size(), SMALLEST_PICTURE) : file.size();
    return judge(new Attachment(file.name(), file.contentType(), size, false));
  }

  /**
   * True when it need not be fetched to know that it is no CV, or that it is too large. The size
   * may be 0 when nobody announced one.
   */
  static boolean settledUnread(Attachment announced) {
    return switch (judge(announced)) {
      case TooLarge _ -> true;
      case Cv _ -> false;
      case Ignored _ -> announced.size() > 0 && Kinds.isPictureOrSound(announced);
    };
  }

  /** The kinds of file that count, with the extension each goes by. */
  final class Kinds {
    private static final Map<String, String> DOCUMENTS =
        Map.of(
            "application/pdf", "pdf",
            "application/msword", "doc",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
            "application/vnd.oasis.opendocument.text", "odt",
            "application/rtf", "rtf");
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");

    private Kinds() {}

    private static boolean isPictureOrSound(Attachment file) {
      return file.contentType().matches("(image|audio|video)/.*")
          && !DOCUMENTS.containsValue(file.name().extension());
    }

    /** The type to serve a stored file with: one of ours, or plain bytes for anything else. */
    public static String served(String contentType) {
      return DOCUMENTS.containsKey(contentType) || PICTURES.contains(contentType)
          ? contentType
          : "application/octet-stream";
    }
  }
}

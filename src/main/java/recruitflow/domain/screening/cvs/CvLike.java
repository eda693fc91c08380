package recruitflow.domain.screening.cvs;

import java.util.Map;
import java.util.Set;

/**
 * Whether an attachment counts as a CV. The content decides, the name only says what was meant, and
 * the place tells a photographed page from the logo of a signature.
 */
public sealed interface CvLike {
  /** 25 MB, counted as 1024 times 1024. */
  long LARGEST = 25L * 1024 * 1024;

  /** A picture below this is not taken for a photographed CV unseen. */
  long SMALLEST_PICTURE = 50L * 1024;

  /** A picture below this that is attached to a mail is a logo. */
  long SMALLEST_DOUBT = 10L * 1024;

  /** A picture within a text shows a page only if its shorter side has so many pixels. */
  int SMALLEST_PAGE = 600;

  /**
   * To be filed.
   *
   * @param doubtful the name promises a document that the content is not: a person must look
   */
  record Cv(boolean doubtful) implements CvLike {}

  /** A document over 25 MB: noted without its bytes, which stay where they are. */
  record TooLarge() implements CvLike {}

  /** Something with files inside, to be opened. */
  record Envelope() implements CvLike {}

  /** It may be what is awaited: where a CV is awaited a person must say. */
  record Look(Doubt doubt) implements CvLike {}

  /** No CV, and why. */
  record Ignored(String why) implements CvLike {}

  /** Where a file was found. */
  enum Place {
    /** Attached to a mail. */
    ATTACHED,
    /** Attached, and shown by the mail program below the text, as telephones send photos. */
    SHOWN,
    /** A part of the mail's text. */
    EMBEDDED,
    /** Sent for its own sake, as by WhatsApp. */
    ALONE,
    /** Chosen by a recruiter. */
    CHOSEN
  }

  /**
   * What is known of an attachment.
   *
   * @param contentType the MIME type found in the content, or the declared one when the content has
   *     not been read
   * @param size bytes
   * @param shorterSide pixels of a picture, 0 when not known
   */
  record Attachment(FileName name, String contentType, long size, Place place, int shorterSide) {
    public Attachment(FileName name, String contentType, long size, Place place) {
      this(name, contentType, size, place, 0);
    }

    private boolean promisesDocument() {
      return Kinds.DOCUMENTS.containsValue(name.extension());
    }
  }

  /** Decides over content that has been read. */
  static CvLike judge(Attachment file) {
    var type = file.contentType();
    var document = Kinds.DOCUMENTS.containsKey(type);
    if (file.size() == 0) return empty(file);
    if (document || file.promisesDocument()) {
      return file.size() > LARGEST ? new TooLarge() : new Cv(!document);
    }
    if (type.startsWith("image/")) return picture(file);
    if (Kinds.COMPANIONS.contains(type)) return new Ignored("made by the mail program");
    if (file.size() > LARGEST) return new Look(Doubt.TOO_LARGE);
    return Kinds.isEnvelope(file) ? new Envelope() : new Look(Doubt.of(type));
  }

  private static CvLike empty(Attachment file) {
    var meant = file.place() == Place.ATTACHED || file.place() == Place.ALONE;
    return meant ? new Look(Doubt.EMPTY) : new Ignored("empty file");
  }

  private static CvLike picture(Attachment file) {
    var large = file.size() >= SMALLEST_PICTURE;
    var common = Kinds.PICTURES.contains(file.contentType());
    var verdict =
        switch (file.place()) {
          case CHOSEN -> new Cv(false);
          case ALONE -> large && common ? new Cv(false) : new Look(Doubt.PHOTO);
          case ATTACHED -> attached(file, large && common);
          case SHOWN -> large ? new Look(Doubt.PHOTO) : new Ignored("small picture");
          case EMBEDDED ->
              large && file.shorterSide() >= SMALLEST_PAGE
                  ? new Look(Doubt.PHOTO)
                  : new Ignored("picture inside the text");
        };
    if (file.size() <= LARGEST) return verdict;
    return verdict instanceof Cv ? new TooLarge() : new Look(Doubt.TOO_LARGE);
  }

  private static CvLike attached(Attachment file, boolean page) {
    if (page) return new Cv(false);
    return file.size() < SMALLEST_DOUBT ? new Ignored("small picture") : new Look(Doubt.PHOTO);
  }

  /**
   * True when it need not be fetched to know what becomes of it.
   *
   * @param announced its size may be 0 when nobody announced one
   * @param awaited whether a CV is awaited of the sender, so that a doubt matters
   */
  static boolean settledUnread(Attachment announced, boolean awaited) {
    if (announced.size() > LARGEST || Kinds.COMPANIONS.contains(announced.contentType())) {
      return true;
    }
    if (announced.size() == 0 || !Kinds.isPictureOrSound(announced)) return false;
    return switch (judge(announced)) {
      case Ignored _ -> !awaited || announced.size() < SMALLEST_PICTURE;
      case Look _ -> !awaited;
      case TooLarge _ -> true;
      case Cv _, Envelope _ -> false;
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

    /** What mail programs add by themselves. */
    private static final Set<String> COMPANIONS =
        Set.of(
            "text/calendar",
            "application/ics",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature",
            "application/pgp-keys",
            "text/rfc822-headers",
            "message/delivery-status",
            "message/disposition-notification");

    private static final Set<String> ENVELOPES =
        Set.of(
            "application/zip",
            "application/vnd.ms-tnef",
            "application/vnd.ms-outlook",
            "message/rfc822");

    /** Programs that keep their documents as archives of parts which nobody wrote. */
    private static final Set<String> NO_ARCHIVES =
        Set.of("pages", "numbers", "key", "epub", "jar", "apk", "xlsx", "pptx", "ods", "odp");

    private Kinds() {}

    private static boolean isEnvelope(Attachment file) {
      return ENVELOPES.contains(file.contentType())
          && !NO_ARCHIVES.contains(file.name().extension());
    }

    private static boolean isPictureOrSound(Attachment file) {
      return file.contentType().matches("(image|audio|video)/.*") && !file.promisesDocument();
    }

    /** The type to serve a stored file with: one of ours, or plain bytes for anything else. */
    public static String served(String contentType) {
      return DOCUMENTS.containsKey(contentType) || PICTURES.contains(contentType)
          ? contentType
          : "application/octet-stream";
    }
  }
}

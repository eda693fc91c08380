package recruitflow.domain.screening.cvs;

import java.util.Locale;

/** Why a person must say whether a file is the CV that is awaited. */
public enum Doubt {
  PHOTO("a picture that may show a CV"),
  SOUND("a sound recording"),
  FILM("a film"),
  TEXT("a plain text"),
  ENVELOPE("something is inside that could not be told to be a CV"),
  TOO_LARGE("larger than 25 MB, its content was left where it is"),
  EMPTY("the file is empty"),
  NOT_FETCHED("the file could not be fetched"),
  OTHER("a kind of file that is not read");

  private final String sentence;

  Doubt(String sentence) {
    this.sentence = sentence;
  }

  /** The word the database and the screens use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The same for a reader. */
  public String sentence() {
    return sentence;
  }

  /** What is doubtful about content of that MIME type. */
  static Doubt of(String contentType) {
    if (contentType.startsWith("image/")) return PHOTO;
    if (contentType.startsWith("audio/") || contentType.equals("application/ogg")) return SOUND;
    if (contentType.startsWith("video/")) return FILM;
    return contentType.startsWith("text/") ? TEXT : OTHER;
  }
}

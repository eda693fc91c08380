package recruitflow.domain.screening.cvs;

import java.util.Locale;
import recruitflow.domain.screening.inbound.Channel;

/** By which way a CV came. */
public enum CvSource {
  EMAIL_ATTACHMENT,
  WHATSAPP_MEDIA,
  MANUAL_UPLOAD;

  /** The source of what arrives by a channel, for intake and for assigning by hand alike. */
  public static CvSource of(Channel channel) {
    return switch (channel) {
      case EMAIL -> EMAIL_ATTACHMENT;
      case WHATSAPP -> WHATSAPP_MEDIA;
    };
  }

  /** The word the database and the screens use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package recruitflow.screening.cvs.files;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import recruitflow.domain.screening.cvs.CvLike.Place;

/** Files of a letter that was attached to another one. */
final class AttachedLetter {
  private static final int DEEPEST = 10;

  private final Collected collected = new Collected();

  private AttachedLetter() {}

  static Content open(byte[] bytes) {
    var letter = new AttachedLetter();
    try {
      letter.read(new MimeMessage(null, new ByteArrayInputStream(bytes)), 0);
      return letter.collected.content();
    } catch (MessagingException | IOException e) {
      return letter.collected.broken();
    }
  }

  private boolean read(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST) throw new MessagingException("parts within parts without end");
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart inner) {
      for (var i = 0; i < inner.getCount(); i++) {
        if (!read(inner.getBodyPart(i), depth + 1)) return false;
      }
      return true;
    }
    return !isFile(part)
        || collected.add(name(part), type(part), place(part), part.getInputStream());
  }

  private static boolean isFile(Part part) throws MessagingException {
    return part.getFileName() != null || !part.isMimeType("text/*");
  }

  private static String name(Part part) throws MessagingException, IOException {
    return part.getFileName() == null ? "file" : MimeUtility.decodeText(part.getFileName());
  }

  private static String type(Part part) throws MessagingException {
    return part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static Place place(Part part) throws MessagingException {
    if (part.getHeader("Content-ID") != null) return Place.EMBEDDED;
    return Part.INLINE.equalsIgnoreCase(part.getDisposition()) ? Place.SHOWN : Place.ATTACHED;
  }
}

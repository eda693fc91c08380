package recruitflow.sandbox.google.gmail;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.util.Locale;
import recruitflow.sandbox.google.gmail.GmailOutbox.Letter;
import recruitflow.sandbox.google.mailbox.GmailFailure;

/** Messages sent as they are, alone or in a multipart/related behind their JSON. */
final class GmailUpload {
  private GmailUpload() {}

  static Letter read(GmailCall call) {
    var type = call.contentType() == null ? "" : call.contentType().toLowerCase(Locale.ROOT);
    return switch (call.parameter("uploadType", "media")) {
      case "media" -> {
        if (!type.startsWith("message/rfc822")) throw unsupported(type);
        yield new Letter(call.body(), null);
      }
      case "multipart" -> {
        if (!type.startsWith("multipart/related")) throw unsupported(type);
        yield related(call);
      }
      default -> throw GmailFailure.invalid("Invalid upload type");
    };
  }

  private static GmailFailure unsupported(String type) {
    return GmailFailure.invalid(
        "Media type '" + type + "' is not supported. Valid media types: [message/*]");
  }

  private static Letter related(GmailCall call) {
    try {
      var parts =
          new MimeMultipart(new ByteArrayDataSource(call.body().getBytes(), call.contentType()));
      if (parts.getCount() != 2) throw GmailFailure.invalid("Malformed multipart body.");
      var json = Buffer.buffer(parts.getBodyPart(0).getInputStream().readAllBytes());
      var raw = Buffer.buffer(parts.getBodyPart(1).getInputStream().readAllBytes());
      var fields = json.toJsonObject();
      GmailForms.body(fields, "message", "message");
      return new Letter(raw, fields.getString("threadId"));
    } catch (MessagingException | IOException | DecodeException | ClassCastException e) {
      throw GmailFailure.invalid("Malformed multipart body.");
    }
  }
}

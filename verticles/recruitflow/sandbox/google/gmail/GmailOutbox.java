package recruitflow.sandbox.google.gmail;

import io.vertx.core.buffer.Buffer;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import recruitflow.sandbox.Serial;
import recruitflow.sandbox.google.mailbox.GmailFailure;
import recruitflow.sandbox.google.mailbox.GmailMail;
import recruitflow.sandbox.google.mailbox.GmailMailbox;
import recruitflow.sandbox.google.mailbox.GmailPart;

/** Sending: reads the message from any of the forms it may come in and delivers it. */
final class GmailOutbox {
  private static final int LARGEST = 36_700_160;

  private final GmailMailbox mailbox;
  private final Supplier<Instant> clock;
  private final BiConsumer<GmailMail, String> delivered;
  private final Serial serial = new Serial();

  /**
   * @param delivered told of each mail and each address it reached
   */
  GmailOutbox(
      GmailMailbox mailbox, Supplier<Instant> clock, BiConsumer<GmailMail, String> delivered) {
    this.mailbox = mailbox;
    this.clock = clock;
    this.delivered = delivered;
  }

  GmailMail send(GmailCall call) {
    var letter = call.upload() ? GmailUpload.read(call) : letter(call.text("raw"), call);
    if (letter.raw().length() == 0)
      throw GmailFailure.invalid(
          "'raw' RFC822 payload message string or uploading message via /upload/* URL required");
    if (letter.raw().length() > LARGEST) throw GmailFailure.invalid("Message too large.");
    var complete = completed(letter.raw().getBytes());
    var addresses = recipients(GmailPart.read(complete));
    var mail = mailbox.send(complete, letter.threadId());
    addresses.forEach(address -> delivered.accept(mail, address));
    return mail;
  }

  /** A message as it was handed in; the thread is null if none was named. */
  record Letter(Buffer raw, String threadId) {}

  private static Letter letter(String raw, GmailCall call) {
    try {
      var bytes = raw == null ? new byte[0] : Base64.getUrlDecoder().decode(raw);
      return new Letter(Buffer.buffer(bytes), call.text("threadId"));
    } catch (IllegalArgumentException _) {
      throw GmailFailure.invalid("Invalid value at 'message.raw' (TYPE_BYTES)");
    }
  }

  private static List<String> recipients(GmailPart payload) {
    var addresses =
        Stream.of("To", "Cc", "Bcc")
            .flatMap(name -> addresses(name, payload.header(name)))
            .toList();
    if (addresses.isEmpty()) throw GmailFailure.invalid("Recipient address required");
    return addresses;
  }

  private static Stream<String> addresses(String header, String value) {
    try {
      var list = InternetAddress.parse(value, true);
      for (var each : list) each.validate();
      return Stream.of(list).map(InternetAddress::getAddress);
    } catch (AddressException _) {
      throw GmailFailure.invalid("Invalid " + header + " header");
    }
  }

  /** Adds what a sender may leave out: the account's address, a date and a Message-ID. */
  private byte[] completed(byte[] raw) {
    var payload = GmailPart.read(raw);
    var missing = new ArrayList<String>();
    if (payload.header("From").isBlank()) missing.add("From: " + mailbox.address);
    if (payload.header("Date").isBlank())
      missing.add(
          "Date: "
              + DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.get().atOffset(ZoneOffset.UTC)));
    if (GmailMail.messageId(payload).isEmpty())
      missing.add("Message-ID: <CASandbox" + serial.next() + "@mail.gmail.com>");
    if (missing.isEmpty()) return raw;
    var head = String.join("\r\n", missing) + "\r\n";
    return Buffer.buffer(head.getBytes(StandardCharsets.UTF_8)).appendBytes(raw).getBytes();
  }
}

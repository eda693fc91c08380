package recruitflow.sandbox.google.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever is searched for or arrives, the mailbox reads or refuses it; it does not break. */
class AnyMailTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  private final GmailMailbox mailbox = new GmailMailbox("me@example.com", () -> NOW);

  @Provide
  Arbitrary<String> searches() {
    var words =
        Arbitraries.of(
            "label:CVs",
            "-label:x",
            "is:unread",
            "in:inbox",
            "(",
            ")",
            "{",
            "}",
            "OR",
            "-",
            "\"",
            "from:a@b.c",
            "after:2026/11/01",
            "after:99999999999",
            "before:x",
            "newer_than:2d",
            "rfc822msgid:<a@b>",
            ":",
            "subject:\"a b",
            "has:attachment",
            "-(",
            "-{",
            "\u0000",
            "ß");
    return words.list().ofMaxSize(12).map(list -> String.join(" ", list));
  }

  @Property(tries = 500)
  void any_search_is_read(@ForAll @From("searches") String query, @ForAll String noise) {
    mailbox.receive(mail("Subject: One\r\n\r\nHello"), List.of("INBOX"));
    for (var each : List.of(query, noise, query + noise))
      assertThatCode(() -> mailbox.find(each, List.of(), false)).doesNotThrowAnyException();
  }

  private static byte[] mail(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Property(tries = 300)
  void any_bytes_are_read_as_mail_or_refused(@ForAll @Size(max = 400) byte[] bytes) {
    refusedAtMost(() -> GmailPart.read(bytes).toJson(_ -> "id"));
    var head = mail("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n");
    var all = new byte[head.length + bytes.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(bytes, 0, all, head.length, bytes.length);
    refusedAtMost(() -> GmailPart.read(all).toJson(_ -> "id"));
  }

  private static void refusedAtMost(Runnable reading) {
    try {
      reading.run();
    } catch (GmailFailure refusal) {
      assertThat(refusal.code).isEqualTo(400);
    }
  }
}

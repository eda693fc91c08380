package recruitflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever is asked, a stand-in answers or refuses; it does not break. */
class AnyRequestTest {
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

  @Property(tries = 500)
  void any_conversation_is_judged(@ForAll String said, @ForAll String asked) {
    var question =
        new AskedQuestion(
            "Now: 2026-11-21T15:04:00+02:00\nCriteria:\n- one: " + asked,
            "[0] Agent: " + asked + "\n[1] User: " + said,
            null);
    var judgement = new AnthropicJudgement(PEOPLE);
    assertThatCode(() -> judgement.facts(question)).doesNotThrowAnyException();
    var now = NOW.atZone(ZoneId.of("Europe/Bucharest"));
    CallbackWords.resolve(said, now).ifPresent(at -> assertThat(at).isAfter(now));
  }

  private static final People PEOPLE = People.fromResources();

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(8).map(s -> (Object) s),
            Arbitraries.integers().map(n -> (Object) n),
            Arbitraries.of(true, false).map(b -> (Object) b),
            Arbitraries.of(
                new JsonObject(),
                new JsonArray(),
                JsonObject.of("role", "user", "content", "x"),
                JsonArray.of(JsonObject.of("role", "user", "content", "x")),
                JsonObject.of("type", "tool", "name", "x"),
                "claude-sonnet-4-6"));
    return leaves;
  }

  @Property(tries = 1000)
  void any_request_to_the_model_is_in_order_or_refused(
      @ForAll("fields") Map<String, Object> fields) {
    var request =
        JsonObject.of("model", "claude-sonnet-4-6", "max_tokens", 10)
            .put("messages", JsonArray.of(JsonObject.of("role", "user", "content", "x")));
    fields.forEach(request::put);
    try {
      AnthropicCheck.request(request, AnthropicCheck.NEW_VERSION);
    } catch (AnthropicFailure refusal) {
      assertThat(refusal.code).isIn(400, 404);
    }
  }

  @Provide
  Arbitrary<Map<String, Object>> fields() {
    var names =
        Arbitraries.of(
            "model",
            "max_tokens",
            "messages",
            "system",
            "tools",
            "tool_choice",
            "output_config",
            "thinking",
            "cache_control",
            "stream",
            "metadata",
            "temperature",
            "other");
    return Arbitraries.maps(names, values()).ofMaxSize(4);
  }
}

package recruitflow.domain.screening.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitflow.domain.screening.inbound.WhapiEvent.Ignored;
import recruitflow.domain.screening.inbound.WhapiEvent.Media;
import recruitflow.domain.screening.inbound.WhapiEvent.Medium;
import recruitflow.domain.screening.inbound.WhapiEvent.Sender;
import recruitflow.domain.screening.inbound.WhapiEvent.Status;
import recruitflow.domain.screening.inbound.WhapiEvent.Text;

class WhapiDeliveryTest {
  private static final Sender DANA = new Sender("14155550101", false, "Dana");

  @Test
  void a_text_is_read() {
    assertThat(sample("text"))
        .containsExactly(new Text("PsQ0000000000001-gA4", DANA, "Hi, when can we talk?"));
  }

  @Test
  void a_text_with_a_link_and_an_answer_to_a_quote_are_texts() {
    assertThat(sample("text_with_url_becomes_link_preview"))
        .containsExactly(new Text("PsQ0000000000002-gA4", DANA, "My CV: https://example.com/cv"));
    assertThat(sample("reply_quote"))
        .containsExactly(new Text("PsQ0000000000006-gA4", DANA, "Yes please"));
  }

  @Test
  void a_document_with_a_caption_is_words_and_a_file() {
    assertThat(sample("document_with_link"))
        .containsExactly(
            new Text("PsQ0000000000003-gA4", DANA, "My CV"),
            new Media(
                "PsQ0000000000003-gA4",
                DANA,
                "document",
                new Medium("pdf-0000000000003", "dana-cv.pdf", "application/pdf", 84211)));
  }

  @Test
  void a_document_without_caption_is_a_file_only() {
    assertThat(sample("document_without_link_auto_download_off"))
        .singleElement()
        .isInstanceOf(Media.class);
  }

  @Test
  void a_caption_that_repeats_the_file_name_is_no_word_of_the_candidate() {
    var events =
        read(
            """
            {"messages":[{"id":"a","type":"document","chat_id":"14155550101@s.whatsapp.net",
             "from":"14155550101","from_me":false,
             "document":{"id":"m","filename":"cv.pdf","caption":"cv.pdf"}}]}\
            """);
    assertThat(events).singleElement().isInstanceOf(Media.class);
  }

  @Test
  void every_message_of_a_delivery_counts() {
    assertThat(sample("several_in_one_delivery"))
        .containsExactly(
            new Text("PsQ0000000000009-gA4", DANA, "one"),
            new Text("PsQ0000000000010-gA4", DANA, "two"));
  }

  @Test
  void our_own_messages_and_groups_are_not_for_us() {
    assertThat(sample("own_message_echo"))
        .containsExactly(new Ignored("text PsQ0000000000007-wA4", "our own message"));
    assertThat(sample("group_message"))
        .containsExactly(new Ignored("text PsQ0000000000008-gA4", "a group"));
    assertThat(sample("message_deleted"))
        .containsExactly(new Ignored("messages", "nothing for us in it"));
  }

  @Test
  void what_became_of_our_messages_is_read() {
    assertThat(sample("status_delivered"))
        .containsExactly(new Status("PsQ0000000000007-wA4", "delivered", Optional.empty()));
    assertThat(sample("status_failed"))
        .containsExactly(
            new Status("PsQ0000000000007-wA4", "failed", Optional.of("(text not documented)")));
  }

  @Test
  void a_hidden_number_is_kept_as_it_is() {
    var events =
        read(
            """
            {"messages":[{"id":"a","type":"text","chat_id":"20493847561029@lid",
             "from":"20493847561029","from_name":"D","from_me":false,"text":{"body":"hi"}}]}\
            """);
    assertThat(events)
        .containsExactly(new Text("a", new Sender("20493847561029@lid", true, "D"), "hi"));
  }

  @Test
  void a_pressed_button_says_its_title() {
    var events =
        read(
            """
            {"messages":[{"id":"a","type":"reply","chat_id":"14155550101@s.whatsapp.net",
             "from_me":false,"reply":{"type":"buttons_reply",
             "buttons_reply":{"id":"1","title":"Yes"}}}]}\
            """);
    assertThat(events).containsExactly(new Text("a", new Sender("14155550101", false, ""), "Yes"));
  }

  @Test
  void a_nul_never_reaches_the_database() {
    var events =
        read(
            """
            {"messages":[{"id":"a","type":"text","chat_id":"14155550101@s.whatsapp.net",
             "from_me":false,"text":{"body":"a\\u0000b"}}]}\
            """);
    assertThat(((Text) events.getFirst()).body()).isEqualTo("ab");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contact|{\"name\":\"Dan\",\"vcard\":\"BEGIN:VCARD\\n"
            + "FN:Dan\\n"
            + "TEL:+40722000000\\n"
            + "END:VCARD\"}|Dan, +40722000000",
        "contact|{\"vcard\":\"BEGIN:VCARD\\r"
            + "\\n"
            + "FN:Eva\\r"
            + "\\n"
            + "item1.TEL;waid=1:+1 415\\r"
            + "\\n"
            + "END:VCARD\"}|Eva, +1 415",
        "contact_list|{\"list\":[{\"name\":\"Dan\"},{\"name\":\"Eva\"}]}|Dan; Eva",
        "location|{\"latitude\":44.4,\"longitude\":26.1,\"address\":\"Strada X\"}|Strada X (44.4,"
            + " 26.1)",
        "live_location|{\"latitude\":44.4,\"longitude\":26.1}|44.4, 26.1",
        "poll|{\"title\":\"When?\"}|When?",
        "action|{\"type\":\"reaction\",\"emoji\":\"👍\"}|👍",
        "sticker|{\"id\":\"x\"}|''",
        "document|{}|''",
        "unknown|{}|''"
      })
  void a_message_without_words_leaves_a_line(String type, String content, String read) {
    var events =
        read(
            """
            {"messages":[{"id":"a","type":"%s","chat_id":"14155550101@s.whatsapp.net",
             "from_me":false,"%s":%s}]}\
            """
                .formatted(type, type, content));
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            WhapiEvent.Trace.class,
            trace -> {
              assertThat(trace.kind()).isEqualTo(type);
              assertThat(trace.line()).isEqualTo(("[" + type + "] " + read).strip());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "14155550101, 14155550101",
    "+14155550101, 14155550101",
    "14155550101@s.whatsapp.net, 14155550101",
    "0722, ''",
    "12x45678, ''",
    "١٤١٥٥٥٥, ''",
    "@s.whatsapp.net, ''"
  })
  void a_sender_is_digits(String address, String digits) {
    assertThat(WhapiMessage.digits(address)).isEqualTo(digits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''",
        "null",
        "[]",
        "{}",
        "{\"messages\":7}",
        "{\"messages\":[null,1,\"x\",{}]}",
        "{\"messages\":[{\"id\":\"a\",\"type\":\"text\"}]}",
        "{\"messages\":[{\"id\":\"a\",\"type\":\"text\",\"chat_id\":\"14155550101@x\"}]}",
        "{\"messages\":[{\"id\":\"a\",\"type\":\"system\",\"chat_id\":\"14155550101@x\"}]}",
        "{\"statuses\":[{\"id\":\"a\",\"status\":\"exploded\"},{}]}"
      })
  void what_makes_no_sense_is_ignored_with_a_reason(String body) {
    assertThat(read(body))
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event).isInstanceOf(Ignored.class);
              assertThat(((Ignored) event).why()).isNotBlank();
            });
  }

  @Property
  void no_bytes_break_it(@ForAll byte[] body) {
    assertThat(WhapiDelivery.read(body).events()).isNotEmpty();
  }

  @Property(tries = 500)
  void no_damaged_delivery_breaks_it(@ForAll long seed) throws IOException {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (var delivery : samples()) {
      var body = delivery.toString().getBytes(StandardCharsets.UTF_8);
      for (var i = 0; i < 4; i++) body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      assertThat(WhapiDelivery.read(body).events()).isNotEmpty();
    }
  }

  @Test
  void deep_nesting_is_refused_not_followed() {
    assertThat(read("{\"messages\":" + "[".repeat(200_000)))
        .containsExactly(new Ignored("body", "not JSON"));
  }

  private static List<WhapiEvent> sample(String name) {
    try {
      return read(samples().path(name).toString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode samples() throws IOException {
    try (var in =
        WhapiDeliveryTest.class.getResourceAsStream("/provider-samples/whapi-webhooks.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static List<WhapiEvent> read(String body) {
    return WhapiDelivery.read(body.getBytes(StandardCharsets.UTF_8)).events();
  }
}

package recruitflow.sandbox.elevenlabs;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

public class ElevenLabsCallsTest {
  private static final String ION = "+40700000901";
  private final VoiceSandbox sandbox = VoiceSandbox.quick();

  @AfterEach
  void close() {
    sandbox.close();
  }

  public static JsonObject call(String to) {
    return new JsonObject()
        .put("agent_id", "agent_sandbox")
        .put("agent_phone_number_id", "phone_sandbox")
        .put("to_number", to)
        .put("conversation_initiation_client_data", clientData("42", "Bună, sunt Ana."));
  }

  static JsonObject clientData(String userId, String firstMessage) {
    var agent =
        new JsonObject()
            .put("prompt", new JsonObject().put("prompt", "Ask the questions."))
            .put("first_message", firstMessage);
    return new JsonObject()
        .put("user_id", userId)
        .put("conversation_config_override", new JsonObject().put("agent", agent))
        .put("dynamic_variables", new JsonObject().put("application_ref", "RF-42"));
  }

  private JsonObject place(JsonObject call) {
    var response = sandbox.elevenLabs(POST, "/twilio/outbound-call", call);
    assertThat(response.statusCode()).as(response.bodyAsString()).isEqualTo(200);
    return response.bodyAsJsonObject();
  }

  private JsonObject refused(int status, Object body) {
    var response = sandbox.elevenLabs(POST, "/twilio/outbound-call", body);
    assertThat(response.statusCode()).as(response.bodyAsString()).isEqualTo(status);
    return response.bodyAsJsonObject();
  }

  @Test
  void an_answered_call_ends_in_a_transcript_that_opens_with_the_sent_first_message() {
    sandbox.person(ION, "qualified_ro");
    var placed = place(call(ION));

    assertThat(placed.getBoolean("success")).isTrue();
    assertThat(placed.getString("callSid")).startsWith("CA").hasSize(34);
    var event = sandbox.nextWebhook();
    assertThat(event.json().getString("type")).isEqualTo("post_call_transcription");
    var data = event.data();
    assertThat(data.getString("conversation_id")).isEqualTo(placed.getString("conversation_id"));
    assertThat(data.getString("status")).isEqualTo("done");
    assertThat(data.getString("user_id")).isEqualTo("42");
    assertThat(data.getBoolean("has_auxiliary_audio")).isFalse();
    var transcript = data.getJsonArray("transcript");
    assertThat(transcript.getJsonObject(0).getString("message")).isEqualTo("Bună, sunt Ana.");
    assertThat(transcript.size()).isGreaterThan(8);
    assertThat(phoneCall(data).getString("call_result")).isEqualTo("answered");
    assertThat(phoneCall(data).getString("external_number")).isEqualTo(ION);
    assertThat(data.getJsonObject("analysis").getString("transcript_summary")).isNotBlank();
    var echo = data.getJsonObject("conversation_initiation_client_data");
    assertThat(echo.getJsonObject("dynamic_variables").getString("application_ref"))
        .isEqualTo("RF-42");
    assertThat(echo.getJsonObject("dynamic_variables").getString("system__called_number"))
        .isEqualTo(ION);
  }

  private static JsonObject phoneCall(JsonObject data) {
    return data.getJsonObject("metadata").getJsonObject("phone_call");
  }

  @Test
  void the_conversation_can_be_read_afterwards_and_equals_the_announced_one() {
    sandbox.person(ION, "qualified_ro");
    var id = place(call(ION)).getString("conversation_id");
    var announced = sandbox.nextWebhook().data();

    var read = sandbox.elevenLabs(GET, "/conversations/" + id, null).bodyAsJsonObject();

    assertThat(read).isEqualTo(announced);
    var audio = sandbox.elevenLabs(GET, "/conversations/" + id + "/audio", null);
    assertThat(audio.getHeader("content-type")).isEqualTo("audio/mpeg");
    assertThat(sandbox.elevenLabs(DELETE, "/conversations/" + id, null).statusCode())
        .isEqualTo(200);
    assertThat(sandbox.elevenLabs(GET, "/conversations/" + id, null).statusCode()).isEqualTo(404);
  }

  @Test
  void busy_and_no_answer_are_announced_as_failures_that_name_only_the_conversation() {
    sandbox.person("+420601000901", "busy_cs");
    sandbox.person(ION, "no_answer_then_answers_ro");

    var busy = place(call("+420601000901")).getString("conversation_id");
    var event = sandbox.nextWebhook();
    assertThat(event.json().getString("type")).isEqualTo("call_initiation_failure");
    assertThat(event.data().getString("failure_reason")).isEqualTo("busy");
    assertThat(event.data().getString("conversation_id")).isEqualTo(busy);
    assertThat(event.data().containsKey("user_id")).isFalse();
    var twilio = event.data().getJsonObject("metadata");
    assertThat(twilio.getString("type")).isEqualTo("twilio");
    assertThat(twilio.getJsonObject("body").getString("CallStatus")).isEqualTo("busy");
    assertThat(twilio.getJsonObject("body").getString("To")).isEqualTo("+420601000901");

    place(call(ION));
    assertThat(sandbox.nextWebhook().data().getString("failure_reason")).isEqualTo("no-answer");
    var read = sandbox.elevenLabs(GET, "/conversations/" + busy, null).bodyAsJsonObject();
    assertThat(read.getString("status")).isEqualTo("failed");
    assertThat(phoneCall(read).getString("call_result")).isEqualTo("busy");
  }

  @Test
  void who_did_not_answer_first_answers_the_second_call() {
    sandbox.person(ION, "no_answer_then_answers_ro");
    place(call(ION));
    assertThat(sandbox.nextWebhook().json().getString("type")).isEqualTo("call_initiation_failure");
    place(call(ION));
    assertThat(sandbox.nextWebhook().json().getString("type")).isEqualTo("post_call_transcription");
  }

  @Test
  void a_mailbox_is_announced_as_a_done_conversation_with_the_result_voicemail() {
    sandbox.person("+491713920901", "voicemail_de");
    place(call("+491713920901"));
    var data = sandbox.nextWebhook().data();
    assertThat(data.getString("status")).isEqualTo("done");
    assertThat(phoneCall(data).getString("call_result")).isEqualTo("voicemail");
    assertThat(data.getJsonObject("analysis").getString("call_successful")).isEqualTo("failure");
  }

  @Test
  void a_placeholder_without_a_value_breaks_the_call_off() {
    sandbox.person(ION, "qualified_ro");
    var asked = call(ION);
    asked.put("conversation_initiation_client_data", clientData("42", "Hello {{first_name}}"));
    var id = place(asked).getString("conversation_id");

    assertThat(sandbox.nextWebhook().data().getString("failure_reason")).isEqualTo("unknown");
    var read = sandbox.elevenLabs(GET, "/conversations/" + id, null).bodyAsJsonObject();
    assertThat(read.getString("status")).isEqualTo("failed");
    assertThat(read.getJsonObject("metadata").getJsonObject("error").getString("reason"))
        .contains("first_name");
  }

  @Test
  void a_placeholder_with_a_value_is_filled() {
    sandbox.person(ION, "qualified_ro");
    var data = clientData("42", "Hello {{ first_name }}");
    data.getJsonObject("dynamic_variables").put("first_name", "Ion $1");
    place(call(ION).put("conversation_initiation_client_data", data));
    var transcript = sandbox.nextWebhook().data().getJsonArray("transcript");
    assertThat(transcript.getJsonObject(0).getString("message")).isEqualTo("Hello Ion $1");
  }

  @Test
  void every_wrong_field_is_named_with_its_place() {
    var wrong =
        new JsonObject()
            .put("agent_phone_number_id", 7)
            .put("to_number", null)
            .put("conversation_initiation_client_data", new JsonObject().put("user_id", 42));
    var detail = refused(422, wrong).getJsonArray("detail");
    assertThat(places(detail))
        .containsExactlyInAnyOrder(
            "[\"body\",\"agent_id\"]",
            "[\"body\",\"agent_phone_number_id\"]",
            "[\"body\",\"to_number\"]",
            "[\"body\",\"conversation_initiation_client_data\",\"user_id\"]");
    assertThat(refused(422, "{not json").getJsonArray("detail").getJsonObject(0).getString("type"))
        .isEqualTo("json_invalid");
    assertThat(refused(422, "[]").getJsonArray("detail")).hasSize(1);
  }

  static java.util.List<String> places(JsonArray detail) {
    return detail.stream().map(each -> ((JsonObject) each).getJsonArray("loc").encode()).toList();
  }

  @Test
  void unknown_agent_number_and_unusable_phone_are_refused_in_words() {
    var agent = refused(404, call(ION).put("agent_id", "agent_other")).getJsonObject("detail");
    assertThat(agent.getString("code")).isEqualTo("agent_not_found");
    assertThat(agent.getString("status")).isEqualTo("agent_not_found");
    assertThat(agent.getString("request_id")).hasSize(32);
    var phone = refused(404, call(ION).put("agent_phone_number_id", "x")).getJsonObject("detail");
    assertThat(phone.getString("code")).isEqualTo("phone_number_not_found");
    var number = refused(400, call("0700 000 901")).getJsonObject("detail");
    assertThat(number.getString("param")).isEqualTo("to_number");
    assertThat(sandbox.ledger("direction=acted")).isEmpty();
  }

  @Test
  void without_the_key_or_with_a_wrong_one_nothing_is_looked_at() {
    var path = "/v1/convai/twilio/outbound-call";
    var none = sandbox.ask(POST, "elevenlabs", path, "{}");
    var wrong = sandbox.ask(POST, "elevenlabs", path, "{}", "xi-api-key", "sk_other");
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.bodyAsJsonObject().getJsonObject("detail").getString("code"))
        .isEqualTo("invalid_api_key");
  }

  @Test
  void more_calls_at_once_than_allowed_are_refused_with_429() {
    sandbox.control("/elevenlabs/settings", JsonObject.of("manual", true, "concurrency", 1));
    place(call(ION));
    var detail = refused(429, call(ION)).getJsonObject("detail");
    assertThat(detail.getString("code")).isEqualTo("concurrent_limit_exceeded");
  }

  @Test
  void a_test_may_write_its_own_person() {
    var persona =
        new JsonObject(
            """
            {"key": "terse", "language": "en", "weight": 0, "calls": [
              {"result": "answered", "ringSeconds": 1, "endedBy": "user", "title": "Short",
               "summary": "Said no.", "turns": [
                 {"role": "agent", "text": "Hello?"}, {"role": "user", "text": "No."}]}]}
            """);
    sandbox.control("/people", JsonObject.of("phone", ION, "persona", persona));
    place(call(ION));
    var transcript = sandbox.nextWebhook().data().getJsonArray("transcript");
    assertThat(transcript).hasSize(2);
    assertThat(transcript.getJsonObject(1).getString("message")).isEqualTo("No.");
  }

  @Test
  void a_held_call_goes_on_step_by_step() {
    sandbox.control("/elevenlabs/settings", JsonObject.of("manual", true));
    sandbox.person(ION, "qualified_ro");
    var id = place(call(ION)).getString("conversation_id");
    for (var expected : new String[] {"initiated", "in-progress", "processing", "done"}) {
      var read = sandbox.elevenLabs(GET, "/conversations/" + id, null).bodyAsJsonObject();
      assertThat(read.getString("status")).isEqualTo(expected);
      assertThat(read.getJsonArray("transcript").isEmpty()).isEqualTo(!expected.equals("done"));
      sandbox.control("/elevenlabs/release", JsonObject.of("step", true));
    }
  }

  @Test
  void conversations_are_found_by_user_and_come_in_pages() {
    for (var i = 0; i < 3; i++) {
      place(call(ION).put("conversation_initiation_client_data", clientData("u" + i, "Hi")));
      sandbox.nextWebhook();
    }
    var mine = sandbox.elevenLabs(GET, "/conversations?user_id=u1", null).bodyAsJsonObject();
    assertThat(mine.getJsonArray("conversations")).hasSize(1);
    var first = sandbox.elevenLabs(GET, "/conversations?page_size=2", null).bodyAsJsonObject();
    assertThat(first.getJsonArray("conversations")).hasSize(2);
    assertThat(first.getBoolean("has_more")).isTrue();
    var cursor = first.getString("next_cursor");
    var rest =
        sandbox
            .elevenLabs(GET, "/conversations?page_size=2&cursor=" + cursor, null)
            .bodyAsJsonObject();
    assertThat(rest.getJsonArray("conversations")).hasSize(1);
    assertThat(rest.getBoolean("has_more")).isFalse();
    assertThat(sandbox.elevenLabs(GET, "/conversations?page_size=101", null).statusCode())
        .isEqualTo(422);
    assertThat(sandbox.elevenLabs(GET, "/conversations?page_size=x", null).statusCode())
        .isEqualTo(422);
    var later = sandbox.now().getEpochSecond() + 1;
    var none = sandbox.elevenLabs(GET, "/conversations?call_start_after_unix=" + later, null);
    assertThat(none.bodyAsJsonObject().getJsonArray("conversations")).isEmpty();
  }

  @Test
  void an_unknown_path_is_answered_as_by_the_provider() {
    assertThat(sandbox.elevenLabs(GET, "/calls/1", null).statusCode()).isEqualTo(404);
  }
}

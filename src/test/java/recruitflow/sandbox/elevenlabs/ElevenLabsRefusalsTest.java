package recruitflow.sandbox.elevenlabs;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import recruitflow.sandbox.SandboxKeys;

/** What ElevenLabs does not take, and how it says so. */
class ElevenLabsRefusalsTest {
  private static final String SINGLE = "/twilio/outbound-call";
  private static final String SUBMIT = "/batch-calling/submit";
  @RegisterExtension private static final VoiceSandbox sandbox = VoiceSandbox.manual();

  private static JsonObject batch(int recipients) {
    var list = new JsonArray();
    IntStream.range(0, recipients)
        .forEach(i -> list.add(JsonObject.of("phone_number", "+4070%07d".formatted(i))));
    return JsonObject.of("call_name", "b", "agent_id", "agent_sandbox", "recipients", list)
        .put("agent_phone_number_id", "phone_sandbox");
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        Arguments.of(SUBMIT, batch(10_001), "body,recipients", "too_long"),
        Arguments.of(
            SUBMIT,
            batch(1).put("target_concurrency_limit", 0),
            "body,target_concurrency_limit",
            "greater_than_equal"),
        Arguments.of(SUBMIT, batch(1).put("timezone", 2), "body,timezone", "string_type"),
        Arguments.of(
            SUBMIT,
            batch(1).put("whatsapp_params", new JsonObject()),
            "body,whatsapp_params,whatsapp_call_permission_request_template_name",
            "missing"),
        Arguments.of(
            SUBMIT,
            batch(1).put("scheduled_time_unix", "soon"),
            "body,scheduled_time_unix",
            "int_type"),
        Arguments.of(
            SINGLE,
            ElevenLabsCallsTest.call("+40700000901")
                .put(
                    "telephony_call_config",
                    JsonObject.of("twilio_machine_detection", JsonObject.of("mode", "loud"))),
            "body,telephony_call_config,twilio_machine_detection,mode",
            "enum"),
        Arguments.of(
            SINGLE,
            ElevenLabsCallsTest.call("+40700000901").put("call_recording_enabled", "yes"),
            "body,call_recording_enabled",
            "bool_type"),
        Arguments.of(
            SINGLE,
            ElevenLabsCallsTest.call("+40700000901")
                .put(
                    "conversation_initiation_client_data",
                    JsonObject.of("dynamic_variables", JsonObject.of("a", new JsonArray()))),
            "body,conversation_initiation_client_data,dynamic_variables,a",
            "string_type"),
        Arguments.of(
            SINGLE,
            ElevenLabsCallsTest.call("+40700000901")
                .put(
                    "conversation_initiation_client_data",
                    JsonObject.of("procedure_ids", JsonArray.of(1))),
            "body,conversation_initiation_client_data,procedure_ids,0",
            "string_type"));
  }

  @ParameterizedTest(name = "{2}: {3}")
  @MethodSource("misfits")
  void what_does_not_fit_is_refused_with_its_place(
      String path, JsonObject body, String place, String type) {
    var detail = unprocessable(sandbox.elevenLabs(POST, path, body));
    assertThat(String.join(",", detail.getJsonArray("loc").stream().map(Object::toString).toList()))
        .isEqualTo(place);
    assertThat(detail.getString("type")).isEqualTo(type);
    assertThat(detail.getString("msg")).isNotBlank();
    assertThat(sandbox.ledger("direction=acted")).isEmpty();
  }

  @Test
  void ten_thousand_people_in_one_batch_are_taken() {
    try (var other = VoiceSandbox.manual()) {
      assertThat(other.elevenLabs(POST, SUBMIT, batch(10_000)).statusCode()).isEqualTo(200);
    }
  }

  private static JsonObject unprocessable(HttpResponse<Buffer> answer) {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(422);
    return answer.bodyAsJsonObject().getJsonArray("detail").getJsonObject(0);
  }

  @ParameterizedTest
  @CsvSource({
    "conversations, page_size=0, greater_than_equal",
    "conversations, page_size=101, less_than_equal",
    "conversations, page_size=many, int_parsing",
    "conversations, call_successful=perhaps, enum",
    "conversations, summary_mode=loud, enum",
    "conversations, call_start_before_unix=yesterday, int_parsing",
    "batch-calling/workspace, limit=x, int_parsing"
  })
  void a_query_that_does_not_fit_is_refused(String path, String query, String type) {
    var detail = unprocessable(sandbox.elevenLabs(GET, "/" + path + "?" + query, null));
    assertThat(detail.getJsonArray("loc").getString(0)).isEqualTo("query");
    assertThat(detail.getString("type")).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({"text/plain", "application/x-www-form-urlencoded", "text/html; charset=utf-8"})
  void a_body_that_is_not_called_json_is_no_object(String type) {
    var call = ElevenLabsCallsTest.call("+40700000901");
    var detail = unprocessable(post(type, call.toBuffer()));
    assertThat(detail.getJsonArray("loc")).isEqualTo(JsonArray.of("body"));
    assertThat(detail.getString("type")).isEqualTo("model_attributes_type");
    assertThat(sandbox.ledger("direction=acted")).isEmpty();
  }

  private static HttpResponse<Buffer> post(String type, Buffer body) {
    return sandbox.send(
        POST,
        "elevenlabs",
        "/v1/convai" + SINGLE,
        body,
        "content-type",
        type,
        "xi-api-key",
        SandboxKeys.ELEVENLABS_API_KEY);
  }

  @Test
  void json_under_a_name_of_its_own_is_json() {
    var wrong = post("application/vnd.api+json; charset=utf-8", Buffer.buffer("{}"));
    assertThat(unprocessable(wrong).getString("type")).isEqualTo("missing");
  }

  static Stream<Arguments> wrongMethods() {
    return Stream.of(
        Arguments.of(GET, SINGLE, "POST"),
        Arguments.of(PUT, SUBMIT, "POST"),
        Arguments.of(POST, "/batch-calling/workspace", "GET"),
        Arguments.of(PATCH, "/batch-calling/btcal_1", "GET"),
        Arguments.of(GET, "/batch-calling/btcal_1/cancel", "POST"),
        Arguments.of(POST, "/conversations", "GET"),
        Arguments.of(PUT, "/conversations/conv_1", "GET"),
        Arguments.of(DELETE, "/conversations/conv_1/audio", "GET"));
  }

  @ParameterizedTest
  @MethodSource("wrongMethods")
  void a_method_that_a_path_does_not_have_is_answered_405(
      HttpMethod method, String path, String allowed) {
    var answer = sandbox.elevenLabs(method, path, null);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.getHeader("allow")).contains(allowed);
    assertThat(answer.bodyAsJsonObject()).isEqualTo(JsonObject.of("detail", "Method Not Allowed"));
  }
}

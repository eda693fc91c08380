package recruitflow.sandbox.elevenlabs;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * Checks requests as strictly as FastAPI does: every wrong field is named with its place, unknown
 * fields are passed over, nothing is converted.
 */
final class ElevenLabsForm {
  private static final Set<String> MACHINE_DETECTION = Set.of("enable", "detect_message_end");

  private final JsonArray problems = new JsonArray();

  /** The body of a single call, or a refusal. */
  static JsonObject outboundCall(RoutingContext context) {
    var form = new ElevenLabsForm();
    var body = form.read(context);
    var at = new JsonArray().add("body");
    form.text(body, at, "agent_id", true);
    form.text(body, at, "agent_phone_number_id", true);
    form.text(body, at, "to_number", true);
    form.bool(body, at, "call_recording_enabled");
    form.telephony(body, at);
    form.clientData(body, at);
    form.refuseIfWrong();
    return body;
  }

  /** The body of a batch, or a refusal. */
  static JsonObject batch(RoutingContext context) {
    var form = new ElevenLabsForm();
    var body = form.read(context);
    var at = new JsonArray().add("body");
    form.text(body, at, "call_name", true);
    form.text(body, at, "agent_id", true);
    form.text(body, at, "agent_phone_number_id", false);
    form.text(body, at, "timezone", false);
    form.text(body, at, "branch_id", false);
    form.text(body, at, "environment", false);
    form.integer(body, at, "scheduled_time_unix");
    form.integer(body, at, "target_concurrency_limit");
    form.telephony(body, at);
    form.recipients(body, at);
    form.refuseIfWrong();
    return body;
  }

  private JsonObject read(RoutingContext context) {
    var buffer = context.body().buffer();
    if (buffer == null || buffer.length() == 0) {
      wrong(new JsonArray().add("body"), "missing", "Field required");
      refuseIfWrong();
    }
    try {
      if (Json.decodeValue(buffer) instanceof JsonObject json) return json;
      wrong(new JsonArray().add("body"), "model_attributes_type", "Input should be an object");
    } catch (DecodeException e) {
      wrong(new JsonArray().add("body").add(0), "json_invalid", "JSON decode error");
    }
    refuseIfWrong();
    throw new IllegalStateException("refused above");
  }

  private void refuseIfWrong() {
    if (!problems.isEmpty()) throw ElevenLabsErrors.unprocessable(problems);
  }

  private void recipients(JsonObject body, JsonArray at) {
    var value = given(body, at, "recipients", true);
    if (value == null) return;
    var place = in(at, "recipients");
    if (!(value instanceof JsonArray recipients)) {
      wrong(place, "list_type", "Input should be a valid list");
      return;
    }
    for (var i = 0; i < recipients.size(); i++) {
      var one = place.copy().add(i);
      if (recipients.getValue(i) instanceof JsonObject recipient) {
        text(recipient, one, "id", false);
        text(recipient, one, "phone_number", false);
        text(recipient, one, "whatsapp_user_id", false);
        clientData(recipient, one);
      } else {
        wrong(one, "model_attributes_type", "Input should be an object");
      }
    }
  }

  private void clientData(JsonObject body, JsonArray at) {
    var data = object(body, at, "conversation_initiation_client_data");
    if (data == null) return;
    var place = in(at, "conversation_initiation_client_data");
    text(data, place, "user_id", false);
    text(data, place, "branch_id", false);
    text(data, place, "environment", false);
    object(data, place, "custom_llm_extra_body");
    variables(data, place);
    var override = object(data, place, "conversation_config_override");
    if (override == null) return;
    var overridePlace = in(place, "conversation_config_override");
    var agent = object(override, overridePlace, "agent");
    object(override, overridePlace, "tts");
    if (agent == null) return;
    var agentPlace = in(overridePlace, "agent");
    text(agent, agentPlace, "first_message", false);
    text(agent, agentPlace, "language", false);
    var prompt = object(agent, agentPlace, "prompt");
    if (prompt == null) return;
    text(prompt, in(agentPlace, "prompt"), "prompt", false);
    text(prompt, in(agentPlace, "prompt"), "llm", false);
  }

  private void variables(JsonObject data, JsonArray at) {
    var variables = object(data, at, "dynamic_variables");
    if (variables == null) return;
    for (var variable : variables) {
      var value = variable.getValue();
      if (value instanceof JsonObject || value instanceof JsonArray)
        wrong(
            in(in(at, "dynamic_variables"), variable.getKey()),
            "string_type",
            "Input should be a valid string, number or boolean");
    }
  }

  private void telephony(JsonObject body, JsonArray at) {
    var config = object(body, at, "telephony_call_config");
    if (config == null) return;
    var place = in(at, "telephony_call_config");
    integer(config, place, "ringing_timeout_secs");
    bool(config, place, "twilio_call_recording_enabled");
    var detection = object(config, place, "twilio_machine_detection");
    if (detection == null) return;
    var mode = detection.getValue("mode");
    if (mode != null && !MACHINE_DETECTION.contains(mode.toString()))
      wrong(
          in(in(place, "twilio_machine_detection"), "mode"),
          "literal_error",
          "Input should be 'enable' or 'detect_message_end'");
  }

  private void text(JsonObject body, JsonArray at, String name, boolean required) {
    var value = given(body, at, name, required);
    if (value != null && !(value instanceof String))
      wrong(in(at, name), "string_type", "Input should be a valid string");
  }

  private void bool(JsonObject body, JsonArray at, String name) {
    var value = given(body, at, name, false);
    if (value != null && !(value instanceof Boolean))
      wrong(in(at, name), "bool_type", "Input should be a valid boolean");
  }

  private void integer(JsonObject body, JsonArray at, String name) {
    var value = given(body, at, name, false);
    if (value != null && !(value instanceof Integer) && !(value instanceof Long))
      wrong(in(at, name), "int_type", "Input should be a valid integer");
  }

  private JsonObject object(JsonObject body, JsonArray at, String name) {
    var value = given(body, at, name, false);
    if (value == null) return null;
    if (value instanceof JsonObject object) return object;
    wrong(in(at, name), "model_attributes_type", "Input should be an object");
    return null;
  }

  private Object given(JsonObject body, JsonArray at, String name, boolean required) {
    if (required && !body.containsKey(name)) wrong(in(at, name), "missing", "Field required");
    else if (required && body.getValue(name) == null)
      wrong(in(at, name), "string_type", "Input should be a valid value");
    return body.getValue(name);
  }

  private void wrong(JsonArray loc, String type, String message) {
    problems.add(ElevenLabsErrors.problem(loc, type, message));
  }

  private static JsonArray in(JsonArray at, String name) {
    return at.copy().add(name);
  }
}

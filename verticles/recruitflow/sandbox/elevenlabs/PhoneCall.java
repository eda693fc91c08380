package recruitflow.sandbox.elevenlabs;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import recruitflow.sandbox.people.Persona.CallResult;
import recruitflow.sandbox.people.Persona.ScriptedCall;

/** One conversation at ElevenLabs, from dialling to its end. Times are business time. */
final class PhoneCall {
  /** The provider's words for where a conversation stands. */
  enum State {
    INITIATED("initiated"),
    IN_PROGRESS("in-progress"),
    PROCESSING("processing"),
    DONE("done"),
    FAILED("failed");

    final String wire;

    State(String wire) {
      this.wire = wire;
    }
  }

  /** What was asked for: whom to call, how, and with which words. */
  record Order(
      String to,
      String agentPhoneNumberId,
      JsonObject clientData,
      String batchId,
      String recipientId) {}

  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

  final String conversationId = "conv_" + id(26);
  final String callSid = "CA" + id(32);
  final Order order;
  final ScriptedCall script;
  final Instant startedAt;
  final boolean overridesDropped;
  State state = State.INITIATED;
  CallResult result;
  Instant acceptedAt;
  String error;
  Set<String> oddities = Set.of();

  PhoneCall(Order order, ScriptedCall script, Instant startedAt, boolean overridesDropped) {
    this.order = order;
    this.script = script;
    this.startedAt = startedAt;
    this.overridesDropped = overridesDropped;
  }

  static String id(int length) {
    var digits = UUID.randomUUID().toString() + UUID.randomUUID();
    return digits.replace("-", "").substring(0, length);
  }

  boolean over() {
    return state == State.DONE || state == State.FAILED;
  }

  String userId() {
    return order.clientData().getString("user_id");
  }

  /** The opening line: the one that was sent, else the agent's own from the script. */
  String firstMessage() {
    var sent = override("first_message");
    if (sent != null && !sent.isBlank() && !overridesDropped) return filled(sent);
    return script.turns().isEmpty() ? "Hello?" : script.turns().getFirst().text();
  }

  /** Placeholders in the sent texts for which no value came; such a call breaks off. */
  Set<String> missingVariables() {
    var missing = new TreeSet<String>();
    var prompt = agent().getJsonObject("prompt");
    find(override("first_message"), missing);
    find(prompt == null ? null : prompt.getString("prompt"), missing);
    return missing;
  }

  private void find(String text, Set<String> missing) {
    if (text == null) return;
    var matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      var name = matcher.group(1);
      if (!name.startsWith("system__") && !variables().containsKey(name)) missing.add(name);
    }
  }

  private String filled(String text) {
    var known = variables();
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(String.valueOf(known.getValue(match.group(1)))));
  }

  private String override(String name) {
    return agent().getString(name);
  }

  private JsonObject agent() {
    var config = order.clientData().getJsonObject("conversation_config_override");
    var agent = config == null ? null : config.getJsonObject("agent");
    return agent == null ? new JsonObject() : agent;
  }

  private JsonObject variables() {
    var variables = order.clientData().getJsonObject("dynamic_variables");
    return variables == null ? new JsonObject() : variables;
  }

  String resultWord() {
    return result == null ? null : result.name().toLowerCase(Locale.ROOT);
  }
}

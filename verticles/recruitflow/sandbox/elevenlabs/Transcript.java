package recruitflow.sandbox.elevenlabs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import recruitflow.sandbox.people.Persona.ScriptedCall;

/** What was said in a call, with seconds from its start. */
record Transcript(List<Line> lines, int seconds) {
  private static final double WORDS_A_SECOND = 2.4;

  record Line(String role, String text, int atSeconds) {}

  /** The script spoken aloud, its first line exchanged for the opening that was really used. */
  static Transcript of(ScriptedCall script, String opening) {
    var lines = new ArrayList<Line>();
    var clock = 0.0;
    var turns = script.turns();
    for (var i = 0; i < turns.size(); i++) {
      var text = i == 0 && turns.get(0).role().equals("agent") ? opening : turns.get(i).text();
      lines.add(new Line(turns.get(i).role(), text, (int) clock));
      clock += text.split("\\s+").length / WORDS_A_SECOND + 1.2;
    }
    return new Transcript(List.copyOf(lines), (int) Math.ceil(clock));
  }

  /**
   * The turns on the wire.
   *
   * @param hangsUp whether the agent ended the call, which it does by a turn without words
   * @param muted leaves the person's words out, as happens when speech was not recognised
   */
  JsonArray toJson(boolean hangsUp, boolean muted) {
    var turns = new JsonArray();
    for (var line : lines) {
      var text = muted && line.role().equals("user") ? null : line.text();
      turns.add(turn(line.role(), text, line.atSeconds(), new JsonArray()));
    }
    if (hangsUp) turns.add(turn("agent", null, seconds, new JsonArray().add(endCall())));
    return turns;
  }

  private static JsonObject turn(String role, String text, int at, JsonArray toolCalls) {
    return new JsonObject()
        .put("role", role)
        .put("message", text)
        .put("tool_calls", toolCalls)
        .put("tool_results", new JsonArray())
        .put("feedback", null)
        .put("time_in_call_secs", at)
        .put("interrupted", false)
        .put("original_message", null)
        .put("conversation_turn_metrics", null)
        .put("source_medium", role.equals("user") ? "audio" : null);
  }

  private static JsonObject endCall() {
    return new JsonObject()
        .put("type", "system")
        .put("request_id", "req_1")
        .put("tool_name", "end_call")
        .put("params_as_json", "{}")
        .put("tool_has_been_called", true);
  }
}

package recruitflow.sandbox.elevenlabs;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import recruitflow.sandbox.SandboxKeys;

/** What the lists are asked for, by parameters that were found in order. */
final class ElevenLabsQuery {
  /** A page: how many, and after which item; null for the first. */
  record Page(int size, String after) {
    <T> List<T> of(List<T> all, Function<T, String> id) {
      var rest = all.stream();
      if (after != null) rest = rest.dropWhile(item -> !id.apply(item).equals(after)).skip(1);
      return rest.limit(size).toList();
    }

    <T> boolean more(List<T> all, List<T> items) {
      return !items.isEmpty() && all.getLast() != items.getLast();
    }
  }

  private ElevenLabsQuery() {}

  /** Which conversations are asked for. */
  static Predicate<PhoneCall> conversations(JsonObject query) {
    var agent = query.getString("agent_id");
    var user = query.getString("user_id");
    var after = query.getLong("call_start_after_unix");
    var before = query.getLong("call_start_before_unix");
    var success = query.getString("call_successful");
    return call ->
        (agent == null || agent.equals(SandboxKeys.ELEVENLABS_AGENT_ID))
            && (user == null || user.equals(call.userId()))
            && (after == null || call.startedAt.getEpochSecond() >= after)
            && (before == null || call.startedAt.getEpochSecond() <= before)
            && (success == null || success.equals(ConversationJson.successful(call)));
  }
}

package recruitflow.sandbox.elevenlabs;

import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import recruitflow.sandbox.SandboxKeys;

/** Query parameters, checked as FastAPI checks them. */
final class ElevenLabsQuery {
  /** A page: how many, and after which item. */
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

  private final RoutingContext context;
  private final JsonArray problems = new JsonArray();

  ElevenLabsQuery(RoutingContext context) {
    this.context = context;
  }

  String text(String name) {
    return context.queryParams().get(name);
  }

  Page page(String size, int usual, int most, String cursor) {
    var wanted = number(size, 1, most);
    return new Page(wanted == null ? usual : wanted.intValue(), text(cursor));
  }

  /** Which conversations are asked for. */
  Predicate<PhoneCall> conversations() {
    var agent = text("agent_id");
    var user = text("user_id");
    var after = number("call_start_after_unix", 0, Long.MAX_VALUE);
    var before = number("call_start_before_unix", 0, Long.MAX_VALUE);
    var success = oneOf("call_successful", Set.of("success", "failure", "unknown"));
    return call ->
        (agent == null || agent.equals(SandboxKeys.ELEVENLABS_AGENT_ID))
            && (user == null || user.equals(call.userId()))
            && (after == null || call.startedAt.getEpochSecond() >= after)
            && (before == null || call.startedAt.getEpochSecond() <= before)
            && (success == null || success.equals(ConversationJson.successful(call)));
  }

  private String oneOf(String name, Set<String> words) {
    var value = text(name);
    if (value != null && !words.contains(value))
      wrong(name, "enum", "Input should be one of " + words);
    return value;
  }

  private Long number(String name, long least, long most) {
    var value = text(name);
    if (value == null) return null;
    try {
      var number = Long.parseLong(value);
      if (number < least) wrong(name, "greater_than_equal", "Input should be at least " + least);
      if (number > most) wrong(name, "less_than_equal", "Input should be at most " + most);
      return number;
    } catch (NumberFormatException e) {
      wrong(name, "int_parsing", "Input should be a valid integer");
      return null;
    }
  }

  private void wrong(String name, String type, String message) {
    var loc = new JsonArray().add("query").add(name);
    problems.add(ElevenLabsErrors.problem(loc, type, message));
  }

  void refuseIfWrong() {
    if (!problems.isEmpty()) throw ElevenLabsErrors.unprocessable(problems);
  }
}

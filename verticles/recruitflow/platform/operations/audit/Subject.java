package recruitflow.platform.operations.audit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a call is about: the ids in its input, and nothing else of it. */
public final class Subject {

  private static final int MOST_IDS = 10;

  private Subject() {}

  /** Such as {@code id=7 applicationIds=1,2,3}; empty without ids. */
  public static String of(Map<String, List<String>> texts, JsonObject body) {
    var inPath = texts.entrySet().stream().filter(e -> isId(e.getKey()));
    var inBody = body.stream().filter(e -> isId(e.getKey()) && !texts.containsKey(e.getKey()));
    return Stream.concat(
            inPath.map(e -> e.getKey() + "=" + String.join(",", e.getValue())),
            inBody.map(e -> e.getKey() + "=" + ids(e.getValue())))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static boolean isId(String name) {
    return name.equals("id") || name.equals("name") || name.matches("\\w+Ids?|ids|kind|email");
  }

  private static String ids(Object value) {
    if (!(value instanceof JsonArray many)) return String.valueOf(value);
    var some = many.stream().limit(MOST_IDS).map(String::valueOf).collect(Collectors.joining(","));
    return many.size() <= MOST_IDS ? some : some + ",… (" + many.size() + ")";
  }
}

package recruitflow.sandbox.google.gmail;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * Quota units a user has in a minute. There is no limit until one is set, since a demo sends more
 * mail in a minute than one account may.
 */
final class GmailUnits {
  private static final long MINUTE = 60_000;

  private final LongSupplier millis;
  private long perMinute = Long.MAX_VALUE;
  private long minute;
  private long spent;

  /**
   * @param millis real time
   */
  GmailUnits(LongSupplier millis) {
    this.millis = millis;
  }

  void limit(long unitsPerMinute) {
    perMinute = unitsPerMinute;
    spent = 0;
  }

  /** Takes what the call costs; false when the minute has no more. */
  boolean take(String method, List<String> steps) {
    var now = millis.getAsLong() / MINUTE;
    if (now != minute) {
      minute = now;
      spent = 0;
    }
    var cost = cost(method, steps);
    if (spent + cost > perMinute) return false;
    spent += cost;
    return true;
  }

  /** The prices of May 2026. */
  private static int cost(String method, List<String> steps) {
    var last = steps.getLast();
    return switch (steps.getFirst()) {
      case "messages" ->
          switch (method + " " + steps.size()) {
            case "GET 2", "GET 4" -> 20;
            case "POST 2" -> last.equals("send") ? 100 : 50;
            case "POST 3" -> last.equals("modify") ? 5 : 20;
            default -> 5;
          };
      case "threads" -> steps.size() == 2 ? 40 : 10;
      case "labels" -> method.equals("GET") ? 1 : 5;
      case "history" -> 2;
      default -> 1;
    };
  }
}

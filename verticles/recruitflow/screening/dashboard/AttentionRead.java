package recruitflow.screening.dashboard;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.screening.dashboard.AttentionStore.Cursor;
import recruitflow.screening.dashboard.AttentionStore.Found;
import recruitflow.screening.dashboard.DashboardOperations.Attention;
import recruitflow.screening.dashboard.DashboardOperations.AttentionItem;
import recruitflow.screening.dashboard.DashboardOperations.AttentionPart;
import recruitflow.screening.dashboard.DashboardOperations.ListAttention;

/** What waits for a person, grouped by what is needed; nothing is cut off. */
final class AttentionRead {
  private static final int USUAL_PAGE = 10;
  private static final int ON_THE_DASHBOARD = 100;

  private final House house;
  private final AttentionStore store = new AttentionStore();

  AttentionRead(House house) {
    this.house = house;
  }

  /** How much there is by position, what is ready apart, and the first of it. */
  record Summary(List<AttentionItem> first, Map<Long, Long> byPosition) {
    long total() {
      return byPosition.values().stream().mapToLong(n -> n).sum();
    }
  }

  Summary summary(Sql sql) {
    var endOfDay = endOfDay();
    var byPosition = new HashMap<Long, Long>();
    store
        .counts(sql, endOfDay)
        .forEach(
            (group, counts) -> {
              if (group == AttentionGroup.READY) return;
              counts.forEach((position, n) -> byPosition.merge(position, n, Long::sum));
            });
    var first =
        store.first(sql, endOfDay, ON_THE_DASHBOARD).stream()
            .filter(found -> found.group() != AttentionGroup.READY)
            .limit(ON_THE_DASHBOARD)
            .map(Found::item)
            .toList();
    return new Summary(first, Map.copyOf(byPosition));
  }

  Attention list(Caller caller, ListAttention asked) {
    var sql = house.db().sql();
    var size = asked.pageSize() == null ? USUAL_PAGE : asked.pageSize();
    if (asked.group() == null && asked.after() != null) {
      throw Failure.invalid("after", "is a cursor of one group: name it");
    }
    var groups =
        asked.group() == null ? Arrays.asList(AttentionGroup.values()) : List.of(asked.group());
    var counts = store.counts(sql, endOfDay());
    var found = found(sql, asked, size);
    var parts = new ArrayList<AttentionPart>();
    for (var group : groups) {
      var total = counts.getOrDefault(group, Map.of()).values().stream().mapToLong(n -> n).sum();
      parts.add(part(group, total, of(group, found), size));
    }
    return new Attention(List.copyOf(parts));
  }

  /** One more of each than is shown, to know whether there is more. */
  private List<Found> found(Sql sql, ListAttention asked, int size) {
    return asked.after() == null
        ? store.first(sql, endOfDay(), size + 1)
        : store.following(sql, endOfDay(), asked.group(), cursor(asked.after()), size + 1);
  }

  private static List<Found> of(AttentionGroup group, List<Found> found) {
    return found.stream().filter(one -> one.group() == group).toList();
  }

  private static AttentionPart part(AttentionGroup group, long total, List<Found> found, int size) {
    var shown = found.subList(0, Math.min(size, found.size()));
    var next = found.size() > size ? text(shown.getLast().cursor()) : null;
    return new AttentionPart(group, total, shown.stream().map(Found::item).toList(), next);
  }

  private static String text(Cursor cursor) {
    return cursor.at() + "_" + cursor.key();
  }

  private static Cursor cursor(String text) {
    try {
      var split = text.indexOf('_');
      if (!text.matches("[0-9]{4}-[0-9:.TZ-]+_[\\w-]+")) throw notACursor();
      return new Cursor(Instant.parse(text.substring(0, split)), text.substring(split + 1));
    } catch (DateTimeParseException e) {
      throw notACursor();
    }
  }

  private static Failure notACursor() {
    return Failure.invalid("after", "is not a cursor of this list");
  }

  private Instant endOfDay() {
    var zone = house.settings().timeZone();
    var today = house.clock().now().atZone(zone).toLocalDate();
    return today.plusDays(1).atStartOfDay(zone).toInstant();
  }
}

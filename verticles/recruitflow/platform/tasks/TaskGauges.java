package recruitflow.platform.tasks;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import recruitflow.platform.House;

/** Tasks by kind and state, and how long the oldest due one has waited, for Prometheus. */
final class TaskGauges {

  private static final String COUNT =
      """
      select kind, state, count(*) as n,
             coalesce(extract(epoch from now() - min(greatest(created_at, not_before))
               filter (where state = 'ready' and not_before <= now())), 0)::float8 as oldest
      from tasks where state in ('ready', 'running', 'dead') group by kind, state
      """;

  private final House house;
  private final MultiGauge count;
  private final MultiGauge oldest;

  TaskGauges(House house) {
    this.house = house;
    this.count = MultiGauge.builder("recruitflow.tasks.count").register(house.metrics());
    this.oldest = MultiGauge.builder("recruitflow.tasks.oldest.seconds").register(house.metrics());
  }

  private record Line(String kind, String state, long n, double oldest) {}

  void refresh() {
    var lines =
        house
            .db()
            .sql()
            .list(
                COUNT,
                row ->
                    new Line(
                        row.getString("kind"),
                        row.getString("state"),
                        row.getLong("n"),
                        row.getDouble("oldest")));
    var counts = new ArrayList<MultiGauge.Row<?>>();
    var ages = new ArrayList<MultiGauge.Row<?>>();
    for (var line : lines) {
      counts.add(MultiGauge.Row.of(Tags.of("kind", line.kind(), "state", line.state()), line.n()));
      if (line.state().equals("ready"))
        ages.add(MultiGauge.Row.of(Tags.of("kind", line.kind()), line.oldest()));
    }
    count.register(counts, true);
    oldest.register(ages, true);
  }
}

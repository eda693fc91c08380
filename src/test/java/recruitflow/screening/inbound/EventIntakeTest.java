package recruitflow.screening.inbound;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import recruitflow.platform.bell.Bell;
import recruitflow.platform.database.Db;
import recruitflow.platform.settings.Settings;
import recruitflow.platform.settings.SettingsReader;
import recruitflow.support.MovableClock;
import recruitflow.support.TestDatabase;
import recruitflow.support.TestServer;

class EventIntakeTest {

  private final Vertx vertx = Vertx.vertx();
  private final Db db =
      Db.open(
          vertx,
          PgConnectOptions.fromUri(TestDatabase.fresh()),
          Settings.read(SettingsReader.of(Map.of())).database());
  private final EventIntake intake =
      new EventIntake(new EventStore(db, new MovableClock(TestServer.NOON)));

  @AfterEach
  void end() {
    vertx.close().timeout(10, SECONDS).await();
  }

  private static WebhookEvent work(String id) {
    var key = new WebhookEvent.Key("whapi", id);
    return new WebhookEvent.Work(key, "inbound.whapi", Buffer.buffer("body of " + id));
  }

  /** All of them in one turn of the event loop, as from many connections; in their order. */
  private List<Future<Boolean>> together(List<WebhookEvent> events) {
    var stored = Promise.<List<Future<Boolean>>>promise();
    vertx
        .getOrCreateContext()
        .runOnContext(v -> stored.complete(events.stream().map(intake::store).toList()));
    var answers = stored.future().timeout(20, SECONDS).await();
    Future.join(answers).otherwiseEmpty().timeout(20, SECONDS).await();
    return answers;
  }

  private static List<WebhookEvent> numbered(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> work("event-" + n)).toList();
  }

  private long count(String what) {
    return db.sql().one("select count(" + what, row -> row.getLong(0));
  }

  @Test
  void events_that_come_while_others_are_written_share_a_statement() {
    var rings = new ConcurrentLinkedQueue<Object>();
    vertx.eventBus().localConsumer(Bell.ring("inbound.whapi"), rings::add);
    var answers = together(numbered(0, 62));
    assertThat(answers).allMatch(Future::succeeded).allMatch(Future::result);
    assertThat(count("*) from inbound_events")).isEqualTo(62);
    assertThat(count("*) from tasks where kind = 'inbound.whapi'")).isEqualTo(62);
    assertThat(count("distinct xmin::text) from inbound_events")).isEqualTo(3);
    assertThat(rings).hasSizeBetween(1, 3);
    assertThat(count("*) from inbound_events e join tasks t on t.key = 'event-' || e.id"))
        .isEqualTo(62);
  }

  @Test
  void what_the_database_refuses_fails_alone() {
    var bad = List.of(work("bad \0 one"), work("bad \0 two"));
    var events = Stream.of(numbered(0, 20), bad, numbered(20, 40)).flatMap(List::stream).toList();
    var answers = together(events);
    assertThat(answers.stream().filter(Future::succeeded)).hasSize(40).allMatch(Future::result);
    assertThat(answers.stream().filter(Future::failed).map(Future::cause))
        .hasSize(2)
        .allMatch(PgException.class::isInstance);
    assertThat(count("*) from tasks where kind = 'inbound.whapi'")).isEqualTo(40);
  }

  @Test
  void what_comes_twice_in_one_statement_or_later_is_new_once() {
    WebhookEvent noted = new WebhookEvent.Noted(new WebhookEvent.Key("elevenlabs", "a"), "no");
    var first = together(List.of(work("x"), work("y"), work("a"), work("a"), noted, noted));
    assertThat(first.stream().map(Future::result))
        .containsExactly(true, true, true, false, true, false);
    assertThat(together(List.of(noted, work("a"))).stream().map(Future::result))
        .containsExactly(false, false);
    assertThat(count("*) from tasks where kind = 'inbound.whapi'")).isEqualTo(3);
    assertThat(count("*) from inbound_events where note = 'no' and processed_at is not null"))
        .isEqualTo(1);
  }
}

package recruitflow.platform.bell;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnectOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.settings.Settings;
import recruitflow.platform.settings.SettingsReader;
import recruitflow.support.TestDatabase;

class BellTest {

  private final String url = TestDatabase.fresh();
  private final Node here = new Node(url);
  private final Node there = new Node(url);

  /** A process of its own as far as its bus is concerned. */
  private static final class Node {
    private final Vertx vertx = Vertx.vertx();
    private final Db db;
    private final BlockingQueue<JsonObject> live = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> rings = new LinkedBlockingQueue<>();

    Node(String url) {
      db =
          Db.open(
              vertx,
              PgConnectOptions.fromUri(url),
              Settings.read(SettingsReader.of(Map.of())).database());
      vertx.eventBus().<JsonObject>localConsumer(Bell.LIVE, m -> live.add(m.body()));
      for (var kind : List.of("first", "second", "third"))
        vertx.eventBus().localConsumer(Bell.ring(kind), m -> rings.add(kind));
      vertx.deployVerticle(new BellLine(db.bell(), db.options())).await();
    }

    void commit(Consumer<Sql> work) {
      db.inTransaction(
          sql -> {
            work.accept(sql);
            return null;
          });
    }

    String nextRing() throws InterruptedException {
      return rings.poll(20, SECONDS);
    }

    JsonObject nextLive() throws InterruptedException {
      return live.poll(20, SECONDS);
    }

    /** Ends its listening connection from outside, as a restart of the database would. */
    void loseLine() {
      db.sql()
          .list(
              """
              select pg_terminate_backend(pid) from pg_stat_activity
              where application_name = $1 and datname = current_database()
              """,
              row -> null,
              BellLine.NAME);
    }
  }

  @AfterEach
  void end() {
    for (var node : List.of(here, there)) node.vertx.close().timeout(10, SECONDS).await();
  }

  private static void ring(Sql sql, String kind) {
    sql.tell(List.of(new Signal.Ring(kind)));
  }

  @Test
  void what_is_committed_is_told_once_to_each_node_and_what_is_rolled_back_to_none()
      throws Exception {
    assertThatThrownBy(
            () ->
                here.commit(
                    sql -> {
                      ring(sql, "first");
                      Live.publish(sql, "position", 1);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    here.commit(
        sql -> {
          ring(sql, "second");
          ring(sql, "second");
          Live.publish(sql, "position", 2);
        });
    assertThat(there.nextRing()).isEqualTo("second");
    assertThat(there.nextLive().getJsonArray("ids").getList()).containsExactly("2");
    ring(there.db.sql(), "third");
    assertThat(here.nextRing()).isEqualTo("second");
    assertThat(here.nextRing()).isEqualTo("third");
    assertThat(here.live).hasSize(1);
    assertThat(there.nextRing()).isEqualTo("third");
    assertThat(there.rings).isEmpty();
    assertThat(there.live).isEmpty();
  }

  @Test
  void thousands_of_changes_reach_the_other_node_in_few_messages() throws Exception {
    var ids = LongStream.range(0, 5000).boxed().toList();
    here.commit(sql -> Live.publishAll(sql, "application", ids));
    here.commit(sql -> Live.publish(sql, "position", 7));
    var told = new HashSet<Object>();
    var messages = 0;
    while (told.size() < 5000) {
      var event = there.nextLive();
      if (event.getString("kind").equals("application"))
        told.addAll(event.getJsonArray("ids").getList());
      messages++;
    }
    assertThat(messages).isLessThan(20);
  }

  @Test
  void a_line_that_was_lost_tells_late_what_waited_and_that_something_may_have_been_missed()
      throws Exception {
    here.loseLine();
    here.commit(sql -> ring(sql, "first"));
    assertThat(here.nextRing()).isEqualTo("first");
    assertThat(there.nextLive().getString("kind")).isEqualTo(Bell.EVERYTHING);
    assertThat(here.nextLive().getString("kind")).isEqualTo(Bell.EVERYTHING);
    here.commit(sql -> ring(sql, "second"));
    var heard = there.nextRing();
    if (heard.equals("first")) heard = there.nextRing();
    assertThat(heard).isEqualTo("second");
  }
}

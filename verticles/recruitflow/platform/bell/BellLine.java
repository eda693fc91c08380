package recruitflow.platform.bell;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to the other nodes: one connection that listens and tells. What is told within a short
 * while goes out as one notification. It reconnects by itself and then sends what has waited;
 * polling stands behind it.
 */
public final class BellLine extends VerticleBase {

  private static final Logger log = LoggerFactory.getLogger(BellLine.class);

  /** How its connection is named at the database. */
  static final String NAME = "recruitflow bell";

  private static final String CHANNEL = "bell";
  private static final Duration GATHER = Duration.ofMillis(20);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** So many signals wait for a line that is away. */
  private static final int MOST_WAITING = 50_000;

  private static final String NOTIFY =
      "select pg_notify('" + CHANNEL + "', payload) from unnest($1::text[]) as told (payload)";

  private final Bell bell;
  private final PgConnectOptions options;
  private final String us = UUID.randomUUID().toString();
  private final Set<Signal> waiting = new LinkedHashSet<>();
  private PgSubscriber subscriber;
  private boolean sending;
  private boolean wasConnected;

  public BellLine(Bell bell, PgConnectOptions options) {
    this.bell = bell;
    // Nothing is lost with a notification: its commit need not wait for the disk.
    this.options =
        new PgConnectOptions(options)
            .addProperty("synchronous_commit", "off")
            .addProperty("application_name", NAME);
  }

  @Override
  public Future<?> start() {
    subscriber = PgSubscriber.subscriber(vertx, options);
    subscriber.reconnectPolicy(retries -> AFTER_FAILURE.toMillis());
    subscriber.channel(CHANNEL).subscribeHandler(v -> connected()).handler(this::heard);
    bell.tellOthersBy(signals -> context.runOnContext(v -> gather(signals)));
    return subscriber.connect();
  }

  @Override
  public Future<?> stop() {
    bell.tellOthersBy(signals -> {});
    return subscriber.close();
  }

  private void connected() {
    if (wasConnected) bell.tellMissed();
    wasConnected = true;
  }

  private void heard(String payload) {
    var told = Telegram.decode(payload);
    if (!told.from().equals(us)) bell.tellHere(told.signals());
  }

  private void gather(Collection<? extends Signal> signals) {
    if (waiting.size() < MOST_WAITING) waiting.addAll(signals);
    if (!sending) sendIn(GATHER);
  }

  private void sendIn(Duration pause) {
    sending = true;
    vertx.setTimer(pause.toMillis(), timer -> send());
  }

  private void send() {
    var told = List.copyOf(waiting);
    waiting.clear();
    notified(Telegram.encode(us, told))
        .onSuccess(
            sent -> {
              sending = false;
              if (!waiting.isEmpty()) sendIn(GATHER);
            })
        .onFailure(
            e -> {
              log.warn("the other nodes could not be told: {}", e.toString());
              gatherAgain(told);
            });
  }

  private Future<?> notified(List<String> payloads) {
    var connection = subscriber.actualConnection();
    return connection == null
        ? Future.failedFuture("the line is away")
        : connection.preparedQuery(NOTIFY).execute(Tuple.of(payloads.toArray(String[]::new)));
  }

  private void gatherAgain(List<Signal> told) {
    if (waiting.size() < MOST_WAITING) waiting.addAll(told);
    sendIn(AFTER_FAILURE);
  }
}

package recruitflow.screening.messages.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.screening.messages.MessageStore;
import recruitflow.screening.messages.WriteMessages;
import recruitflow.screening.messages.sending.Carrier.Delivery;
import recruitflow.screening.messages.sending.Carrier.Look;

/**
 * Hands one message to its provider, once. That the request is about to leave is committed before
 * it leaves; when its answer does not come, the provider is asked whether it has the message, and
 * only what it surely has not may ever be written anew.
 */
public final class SendMessage {

  private static final Logger log = LoggerFactory.getLogger(SendMessage.class);

  /** A message that cannot be found for so long after its request (real time) has failed. */
  private static final Duration SETTLE_WITHIN = Duration.ofMinutes(10);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private final House house;
  private final MessageStore store;
  private final WriteMessages write;
  private final Carrier carrier;

  public SendMessage(House house, MessageStore store, WriteMessages write, Carrier carrier) {
    this.house = house;
    this.store = store;
    this.write = write;
    this.carrier = carrier;
  }

  /** Each channel has its own kind of task: a provider that hangs holds up nobody else. */
  public static String kind(Channel channel) {
    return "messages.send_" + channel.word();
  }

  public TaskResult run(TaskRun run) {
    var found = store.find(house.db().sql(), run.payloadId("messageId"));
    if (found.isEmpty() || !found.get().isOpen()) {
      return new TaskResult.Cancel("There is nothing to send any more.");
    }
    var message = found.get();
    if (message.requestStartedAt() != null) {
      return settle(run, message);
    }
    var obstacle = obstacle(message);
    if (obstacle.isPresent()) {
      return failed(run, message, obstacle.get());
    }
    var pause = house.rates().take(carrier.name(), carrier.maxPerMinute());
    return pause.isPresent()
        ? new TaskResult.Snooze(pause.get(), "The sending rate is used up.")
        : send(run, message);
  }

  private Optional<String> obstacle(Outgoing message) {
    if (message.positionClosed()) {
      return Optional.of("Not sent: the position is closed.");
    }
    if (!message.type().wantedIn(message.applicationStatus())) {
      return Optional.of(
          "Not sent: the application is " + message.applicationStatus().text() + " by now.");
    }
    if (!message.isWanted()) {
      return Optional.of("Not sent: a file came that may be the CV.");
    }
    return carrier.isConfigured()
        ? Optional.empty()
        : Optional.of("Not sent: " + carrier.name() + " is not configured.");
  }

  private TaskResult send(TaskRun run, Outgoing message) {
    var obstacle =
        run.intend(sql -> start(sql, message), sql -> store.neverLeft(sql, message.id()));
    if (obstacle.isPresent()) {
      return failed(run, message, obstacle.get());
    }
    return switch (carrier.send(message)) {
      case Delivery.Accepted accepted -> sent(run, message, accepted);
      case Delivery.Refused(var why) -> failed(run, message, why, true);
      case Delivery.Blocked(var why) -> failed(run, message, why);
      case Delivery.NotSent(var why, var pause) -> later(run, message, why, pause);
      case Delivery.Paused(var why, var left) -> paused(run, message, why, left);
      case Delivery.Unknown(var why) -> unknown(run, message, why);
    };
  }

  /** A CV is filed under the same lock: either it sees the message gone, or this sees the CV. */
  private Optional<String> start(Sql sql, Outgoing message) {
    ApplicationWriter.lock(sql, message.applicationId());
    var obstacle = obstacle(store.find(sql, message.id()).orElseThrow());
    if (obstacle.isEmpty()) {
      store.start(sql, message.id());
    }
    return obstacle;
  }

  private TaskResult sent(TaskRun run, Outgoing message, Delivery.Accepted accepted) {
    var now = house.clock().now();
    var id = message.applicationId();
    say(message, "sent");
    return run.done(
        sql -> {
          var status = ApplicationWriter.lock(sql, id).orElseThrow();
          store.sent(sql, message.id(), accepted, now);
          message
              .type()
              .onSent(status)
              .ifPresent(
                  step ->
                      ApplicationWriter.advance(
                          sql, id, step, run.payload().getLong("by"), null, now));
          tell(sql, message, now);
        });
  }

  private TaskResult failed(TaskRun run, Outgoing message, String why) {
    return failed(run, message, why, false);
  }

  private TaskResult failed(TaskRun run, Outgoing message, String why, boolean refused) {
    var id = message.applicationId();
    say(message, refused ? "refused" : "not sent");
    return run.done(
        sql -> {
          ApplicationWriter.lock(sql, id);
          var now = store.find(sql, message.id()).orElseThrow();
          store.failed(sql, message.id(), why, refused);
          if (message.type().step().isPresent()
              && now.isWanted()
              && !store.hasHope(sql, id, message.type())) {
            write.showFailure(sql, id, message.type());
          }
          tell(sql, message, house.clock().now());
        });
  }

  private TaskResult later(TaskRun run, Outgoing message, String why, Duration pause) {
    if (run.lastAttempt()) {
      return failed(run, message, why);
    }
    write(run, sql -> store.neverLeft(sql, message.id()));
    return pause == null ? new TaskResult.Retry(why) : new TaskResult.Retry(why, pause);
  }

  private TaskResult paused(TaskRun run, Outgoing message, String why, Duration left) {
    write(run, sql -> store.neverLeft(sql, message.id()));
    return new TaskResult.Snooze(left, why);
  }

  private TaskResult unknown(TaskRun run, Outgoing message, String why) {
    say(message, "no answer, to be looked for");
    write(
        run,
        sql -> {
          store.unknown(sql, message.id(), why);
          tell(sql, message, house.clock().now());
        });
    return new TaskResult.Snooze(LOOK_AGAIN, why);
  }

  private TaskResult settle(TaskRun run, Outgoing message) {
    return switch (carrier.find(message)) {
      case Look.Found(var accepted) -> sent(run, message, accepted);
      case Look.Unclear(var why) -> unknown(run, message, why);
      case Look.Absent() when isOverdue(message) ->
          failed(run, message, "The provider never got the message.");
      case Look.Absent() -> unknown(run, message, "The provider is being asked for the message.");
    };
  }

  private boolean isOverdue(Outgoing message) {
    return message.requestStartedAt().plus(SETTLE_WITHIN).isBefore(Instant.now());
  }

  /** Never what was written, nor to whom. */
  private static void say(Outgoing message, String what) {
    log.atInfo()
        .addKeyValue("message", message.id())
        .addKeyValue("application", message.applicationId())
        .addKeyValue("channel", message.channel().word())
        .addKeyValue("type", message.type().word())
        .log(what);
  }

  private static void tell(Sql sql, Outgoing message, Instant now) {
    Live.publish(sql, "message", message.id());
    ApplicationWriter.touch(sql, message.applicationId(), now);
  }

  private static void write(TaskRun run, Consumer<Sql> work) {
    run.inTransaction(
        sql -> {
          work.accept(sql);
          return null;
        });
  }
}

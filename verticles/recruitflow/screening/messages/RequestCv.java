package recruitflow.screening.messages;

import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.desk.applications.byhand.Resting;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.domain.screening.messages.MessageType;
import recruitflow.platform.Clock;
import recruitflow.platform.database.Sql;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;

/** Asks a scored candidate for the CV, on every channel that the outcome allows. */
final class RequestCv {

  static final String KIND = "messages.cv_request";

  private final WriteMessages write;
  private final Clock clock;

  RequestCv(WriteMessages write, Clock clock) {
    this.write = write;
    this.clock = clock;
  }

  TaskResult run(TaskRun run) {
    var by = run.payload().getLong("by");
    return run.done(
        sql ->
            Recipients.lock(sql, run.payloadId("applicationId"))
                .ifPresent(
                    recipient -> {
                      if (by == null) ask(sql, recipient);
                      else askAnew(sql, recipient, by);
                    }));
  }

  private void ask(Sql sql, Recipient recipient) {
    var type = MessageType.requestFor(recipient.status());
    if (type.isEmpty() || Resting.isResting(sql, recipient.applicationId())) return;
    if (recipient.hasCv()) {
      alreadyHere(sql, recipient);
    } else if (recipient.isPositionClosed()) {
      ApplicationWriter.setAttention(
          sql, recipient.applicationId(), "The position is closed: no CV was asked for.");
    } else {
      write.automatic(sql, recipient, type.get(), null);
    }
  }

  /** Somebody wants it, whatever was asked and sent before. */
  private void askAnew(Sql sql, Recipient recipient, long by) {
    var type = MessageType.requestFor(recipient.status());
    if (type.isEmpty()) type = MessageType.requestWaitedForIn(recipient.status());
    type.ifPresent(request -> write.anew(sql, recipient, request, by));
  }

  /** Nobody is asked for what he has sent already. */
  private void alreadyHere(Sql sql, Recipient recipient) {
    Transition.onCv(recipient.status())
        .ifPresent(
            step ->
                ApplicationWriter.advance(
                    sql,
                    recipient.applicationId(),
                    step,
                    null,
                    "The CV had come before.",
                    clock.now()));
  }
}

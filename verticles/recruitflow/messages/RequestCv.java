package recruitflow.messages;

import recruitflow.desk.Applications;
import recruitflow.domain.messages.MessageType;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;

/** Asks a scored candidate for the CV, on every channel that the outcome allows. */
final class RequestCv {

  static final String KIND = "messages.cv_request";

  private final WriteMessages write;

  RequestCv(WriteMessages write) {
    this.write = write;
  }

  TaskResult run(TaskRun run) {
    return run.done(
        sql ->
            Recipients.lock(sql, run.payloadId("applicationId"))
                .ifPresent(
                    recipient ->
                        MessageType.requestFor(recipient.status())
                            .ifPresent(
                                type -> {
                                  if (recipient.isPositionClosed()) {
                                    Applications.setAttention(
                                        sql,
                                        recipient.applicationId(),
                                        "The position is closed: no CV was asked for.");
                                  } else {
                                    write.automatic(sql, recipient, type, null);
                                  }
                                })));
  }
}

package recruitflow.screening.messages;

import java.util.List;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.screening.messages.MessageType;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;

/**
 * Takes back what an application no longer wants and what has not left yet, such as the request for
 * a CV that has just come. Nothing depends on it: a message is looked at once more as it leaves.
 */
final class WithdrawUnsent {

  static final String KIND = "messages.withdraw";

  private static final String UNSENT =
      """
      select id, message_type from messages
      where application_id = $1 and status = 'pending' and request_started_at is null
      order by id for update
      """;

  private record Unsent(long id, MessageType type) {}

  private final House house;
  private final MessageStore store;

  WithdrawUnsent(House house, MessageStore store) {
    this.house = house;
    this.store = store;
  }

  TaskResult run(TaskRun run) {
    var id = run.payloadId("applicationId");
    return run.done(sql -> withdraw(sql, id));
  }

  private void withdraw(Sql sql, long applicationId) {
    var status = ApplicationWriter.lock(sql, applicationId).orElseThrow();
    List<Unsent> unsent =
        sql.list(
            UNSENT,
            row -> new Unsent(row.getLong("id"), MessageType.of(row.getString("message_type"))),
            applicationId);
    var pointless = unsent.stream().filter(each -> !each.type().wantedIn(status)).toList();
    for (var message : pointless) {
      store.failed(
          sql, message.id(), "Not sent: the application is " + status.text() + " by now.", false);
      Live.publish(sql, "message", message.id());
    }
    if (!pointless.isEmpty()) ApplicationWriter.touch(sql, applicationId, house.clock().now());
  }
}

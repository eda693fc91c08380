package recruitflow.screening.cvs.mail;

import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.tasks.Job;
import recruitflow.platform.tasks.Task;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.screening.cvs.Ledger;
import recruitflow.screening.cvs.mail.Mailbox.MailId;

/** Looks for new mail: what is marked for us, and answers in threads that we began. */
public final class PollMailbox {
  public static final String NAME = "poll_cv_inbox";

  private static final String OUR_THREADS =
      """
      select distinct thread_id from messages where channel = 'email' and thread_id = any ($1)
      """;

  private final House house;
  private final Mailbox mailbox;
  private final Ledger ledger = new Ledger();

  public PollMailbox(House house, Mailbox mailbox) {
    this.house = house;
    this.mailbox = mailbox;
  }

  public Job job() {
    return Job.named(NAME)
        .every(house.gmail().pollEvery())
        .says("Reads new mail: files CVs with their applications and keeps answers as replies.");
  }

  public Map<String, Integer> run(TaskRun run) {
    var waiting = mailbox.waiting();
    var answers = answers(mailbox.recent());
    var ids = new LinkedHashSet<String>();
    waiting.forEach(mail -> ids.add(mail.messageId()));
    answers.forEach(mail -> ids.add(mail.messageId()));
    var fresh = run.inTransaction(sql -> hand(sql, ids));
    return Map.of("waiting", waiting.size(), "answers", answers.size(), "new", fresh);
  }

  private int hand(Sql sql, Collection<String> messageIds) {
    var fresh = ledger.noteMails(sql, messageIds);
    for (var event : fresh) {
      house
          .tasks()
          .add(
              sql,
              Task.of(ReceiveMail.KIND)
                  .key("event-" + event.id())
                  .payload(new JsonObject().put("eventId", event.id())));
    }
    return fresh.size();
  }

  private List<MailId> answers(List<MailId> recent) {
    var threads = recent.stream().map(MailId::threadId).distinct().toArray(String[]::new);
    Set<String> ours =
        house
            .db()
            .sql()
            .list(OUR_THREADS, row -> row.getString("thread_id"), (Object) threads)
            .stream()
            .collect(Collectors.toSet());
    return recent.stream().filter(mail -> ours.contains(mail.threadId())).toList();
  }
}

package recruitflow.screening.cvs.mail;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.desk.applications.ReplyWriter;
import recruitflow.domain.screening.cvs.CvLike;
import recruitflow.domain.screening.cvs.Doubt;
import recruitflow.domain.screening.cvs.FileName;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.inbound.ReceivedMail;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.tasks.LeaseLost;
import recruitflow.platform.tasks.Task;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.screening.cvs.Arrival;
import recruitflow.screening.cvs.Arrival.Sender;
import recruitflow.screening.cvs.FileCv;
import recruitflow.screening.cvs.Ledger;
import recruitflow.screening.cvs.Setback;
import recruitflow.screening.cvs.WhoseCv;
import recruitflow.screening.cvs.files.IncomingFile;
import recruitflow.screening.cvs.files.TakeFile;
import recruitflow.screening.cvs.mail.Mailbox.Letter;

/**
 * One mail: its CVs are filed, its words kept as a reply, both in one transaction. A mail that
 * fails five times is put before a person; nothing is marked in the mailbox then.
 */
public final class ReceiveMail {
  public static final String KIND = "cvs.mail";
  private static final Logger log = LoggerFactory.getLogger(ReceiveMail.class);
  private static final int SHOWN = 300;

  private final House house;
  private final Mailbox mailbox;
  private final WhoseCv whose;
  private final TakeFile take;
  private final FileCv fileCv;
  private final ReplyOwner owner;
  private final Ledger ledger = new Ledger();

  public ReceiveMail(
      House house, Mailbox mailbox, WhoseCv whose, TakeFile take, FileCv fileCv, ReplyOwner owner) {
    this.house = house;
    this.mailbox = mailbox;
    this.whose = whose;
    this.take = take;
    this.fileCv = fileCv;
    this.owner = owner;
  }

  public TaskResult run(TaskRun run) {
    var event = run.payloadId("eventId");
    var messageId = ledger.eventId(house.db().sql(), event);
    var wait = house.rates().take("gmail", house.gmail().maxPerMinute());
    if (wait.isPresent()) return new TaskResult.Snooze(wait.get(), "as many as Gmail may be asked");
    try {
      return receive(run, event, mailbox.read(messageId));
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      return Setback.of(e).orElseGet(() -> failed(run, event, messageId, e));
    }
  }

  private TaskResult receive(TaskRun run, long event, Letter letter) {
    var mail = letter.mail();
    if (mail.isNotForUs()) {
      return run.done(sql -> ledger.done(sql, event, "sent by us, a draft or thrown away"));
    }
    var arrivals = arrivals(letter);
    return run.done(sql -> record(sql, event, mail, arrivals));
  }

  private List<Arrival> arrivals(Letter letter) {
    var mail = letter.mail();
    if (mail.attachments().isEmpty()) return List.of();
    var sender = Sender.of(mail);
    var awaited = whose.isAwaited(house.db().sql(), sender);
    return mail.attachments().stream()
        .flatMap(
            part ->
                take
                    .run(announced(part), awaited, () -> mailbox.attachment(letter, part.partId()))
                    .stream()
                    .map(
                        file ->
                            new Arrival(
                                sender,
                                file,
                                key(mail, part) + file.inside(),
                                described(letter, part))))
        .toList();
  }

  private void record(Sql sql, long event, ReceivedMail mail, List<Arrival> arrivals) {
    arrivals.forEach(arrival -> fileCv.run(sql, arrival));
    if (arrivals.isEmpty() || !mail.body().isBlank()) keepWords(sql, mail);
    ledger.done(sql, event, null);
    log.atInfo()
        .addKeyValue("event", event)
        .addKeyValue("mail", mail.messageId())
        .addKeyValue("files", arrivals.size())
        .log("mail read");
    house
        .tasks()
        .add(
            sql,
            Task.of(MarkMail.KIND)
                .key(mail.messageId())
                .payload(new JsonObject().put("eventId", event))
                .maxAttempts(10));
  }

  private void keepWords(Sql sql, ReceivedMail mail) {
    ReplyWriter.record(
        sql,
        new ReplyWriter.Incoming(
            owner.of(sql, mail).orElse(null),
            Channel.EMAIL.word(),
            mail.from(),
            mail.subject(),
            mail.body(),
            house.clock().now(),
            mail.threadId(),
            mail.messageId()));
  }

  private static CvLike.Attachment announced(ReceivedMail.Part part) {
    var nameless = part.mimeType().equals("message/rfc822") ? "letter.eml" : "cv";
    var name = FileName.clean(part.fileName(), nameless);
    return new CvLike.Attachment(name, part.mimeType(), part.size(), part.place());
  }

  private TaskResult failed(TaskRun run, long event, String messageId, RuntimeException e) {
    if (e instanceof ProviderFailure.Refused refused && refused.status() == 404) {
      return run.done(sql -> ledger.done(sql, event, "gone from the mailbox"));
    }
    if (!run.lastAttempt()) return new TaskResult.Retry(String.valueOf(e.getMessage()));
    var message = String.valueOf(e.getMessage());
    var why = message.substring(0, Math.min(SHOWN, message.length()));
    var sender = new Sender(Channel.EMAIL, "", false, null, null, null, null);
    var file =
        IncomingFile.missing(
            new FileName("mail"), "message/rfc822", Doubt.NOT_FETCHED, "not read: " + why);
    var payload = new JsonObject().put("messageId", messageId).put("error", why);
    return run.done(
        sql -> {
          fileCv.run(sql, new Arrival(sender, file, "gmail:" + messageId, payload));
          ledger.done(sql, event, "given up: " + why);
        });
  }

  private static String key(ReceivedMail mail, ReceivedMail.Part part) {
    return "gmail:" + mail.messageId() + ":" + part.partId();
  }

  /** The whole mail as the mailbox shows it, with the part that this item is about. */
  private static JsonObject described(Letter letter, ReceivedMail.Part part) {
    return new JsonObject().put("partId", part.partId()).put("message", letter.raw());
  }

  public static Duration[] pauses() {
    return new Duration[] {
      Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15)
    };
  }
}

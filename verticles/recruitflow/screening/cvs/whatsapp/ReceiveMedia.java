package recruitflow.screening.cvs.whatsapp;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import recruitflow.desk.applications.ReplyWriter;
import recruitflow.desk.candidates.CandidateLookup;
import recruitflow.domain.screening.cvs.CvLike;
import recruitflow.domain.screening.cvs.Doubt;
import recruitflow.domain.screening.cvs.FileName;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.inbound.WhapiDelivery;
import recruitflow.domain.screening.inbound.WhapiEvent;
import recruitflow.domain.screening.inbound.WhapiEvent.Media;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.tasks.LeaseLost;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.screening.cvs.Arrival;
import recruitflow.screening.cvs.Arrival.Sender;
import recruitflow.screening.cvs.CvStore;
import recruitflow.screening.cvs.FileCv;
import recruitflow.screening.cvs.Ledger;
import recruitflow.screening.cvs.Setback;
import recruitflow.screening.cvs.WhoseCv;
import recruitflow.screening.cvs.files.IncomingFile;
import recruitflow.screening.cvs.files.TakeFile;

/**
 * One file that a candidate sent by WhatsApp: fetched, then filed like any CV, or put before a
 * person. One that is no CV leaves a line of its kind, as a voice message does.
 */
public final class ReceiveMedia {
  public static final String KIND = "cvs.media";

  private final House house;
  private final WhatsAppMedia whatsApp;
  private final WhoseCv whose;
  private final TakeFile take;
  private final FileCv fileCv;
  private final CandidateLookup candidates;
  private final CvStore store = new CvStore();
  private final Ledger ledger = new Ledger();

  public ReceiveMedia(
      House house, WhatsAppMedia whatsApp, WhoseCv whose, TakeFile take, FileCv fileCv) {
    this.house = house;
    this.whatsApp = whatsApp;
    this.whose = whose;
    this.take = take;
    this.fileCv = fileCv;
    this.candidates = new CandidateLookup(house.settings().phoneRegion());
  }

  /** The file as announced, the delivery it was announced in, and the words beside it or null. */
  private record Delivered(Media media, Buffer delivery, String caption) {}

  public TaskResult run(TaskRun run) {
    var body = ledger.body(house.db().sql(), run.payloadId("eventId"));
    var events = WhapiDelivery.read(body.getBytes()).events();
    var index = run.payload().getInteger("index");
    if (index >= events.size() || !(events.get(index) instanceof Media media)) {
      return new TaskResult.Cancel("the delivery holds no file there");
    }
    if (store.isFiled(house.db().sql(), key(media))) return new TaskResult.Done();
    var sent = new Delivered(media, body, caption(events, media));
    try {
      return file(run, sent, fetch(sent));
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      return Setback.of(e).orElseGet(() -> failed(run, sent, e));
    }
  }

  private List<IncomingFile> fetch(Delivered sent) {
    var medium = sent.media().medium();
    var announced =
        new CvLike.Attachment(
            name(sent.media()), medium.mimeType(), medium.size(), CvLike.Place.ALONE);
    var awaited = whose.isAwaited(house.db().sql(), sender(sent));
    return take.run(announced, awaited, () -> whatsApp.fetch(medium.id()).await());
  }

  private TaskResult file(TaskRun run, Delivered sent, List<IncomingFile> files) {
    return run.done(
        sql -> {
          files.forEach(file -> fileCv.run(sql, arrival(sent, file)));
          if (files.stream().noneMatch(file -> file.doubt().isEmpty())) leaveLine(sql, sent);
        });
  }

  private void leaveLine(Sql sql, Delivered sent) {
    var line = sent.media().trace();
    var from = line.from();
    var found =
        from.hidden() ? List.<Long>of() : candidates.byInternationalPhone(sql, from.address());
    ReplyWriter.record(
        sql,
        new ReplyWriter.Incoming(
            CandidateLookup.likeliest(sql, found).orElse(null),
            Channel.WHATSAPP.word(),
            from.address(),
            "",
            line.line(),
            house.clock().now(),
            sent.media().messageId(),
            line.messageId(),
            line.kind()));
  }

  private TaskResult failed(TaskRun run, Delivered sent, RuntimeException e) {
    var gone = e instanceof ProviderFailure.Refused refused && refused.status() == 404;
    if (!gone && !run.lastAttempt()) return new TaskResult.Retry(String.valueOf(e.getMessage()));
    var medium = sent.media().medium();
    var why = "could not be fetched: " + e.getMessage();
    var missing =
        IncomingFile.missing(name(sent.media()), medium.mimeType(), Doubt.NOT_FETCHED, why);
    return file(run, sent, List.of(missing));
  }

  private static FileName name(Media media) {
    var medium = media.medium();
    return FileName.clean(medium.fileName(), FileName.unnamed(media.type(), medium.mimeType()));
  }

  private static Sender sender(Delivered sent) {
    var from = sent.media().from();
    return Sender.byWhatsApp(from.address(), from.hidden(), sent.caption());
  }

  private static Arrival arrival(Delivered sent, IncomingFile file) {
    var payload = new JsonObject().put("messageId", sent.media().messageId());
    payload.put("delivery", sent.delivery().toJsonObject());
    return new Arrival(sender(sent), file, key(sent.media()) + file.inside(), payload);
  }

  private static String caption(List<WhapiEvent> events, Media media) {
    return events.stream()
        .filter(WhapiEvent.Text.class::isInstance)
        .map(WhapiEvent.Text.class::cast)
        .filter(text -> text.messageId().equals(media.messageId()))
        .map(text -> text.body().replace("\0", ""))
        .findFirst()
        .orElse(null);
  }

  private static String key(Media sent) {
    return "whatsapp:" + sent.messageId();
  }
}

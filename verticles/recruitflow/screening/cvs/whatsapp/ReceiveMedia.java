package recruitflow.screening.cvs.whatsapp;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import recruitflow.domain.screening.cvs.CvLike;
import recruitflow.domain.screening.cvs.FileName;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.inbound.WhapiDelivery;
import recruitflow.domain.screening.inbound.WhapiEvent;
import recruitflow.domain.screening.inbound.WhapiEvent.Media;
import recruitflow.platform.House;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.tasks.LeaseLost;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.screening.cvs.Arrival;
import recruitflow.screening.cvs.Arrival.Sender;
import recruitflow.screening.cvs.CvStore;
import recruitflow.screening.cvs.FileCv;
import recruitflow.screening.cvs.IncomingFile;
import recruitflow.screening.cvs.Ledger;
import recruitflow.screening.cvs.Setback;

/** One file that a candidate sent by WhatsApp: fetched, then filed like any CV. */
public final class ReceiveMedia {
  public static final String KIND = "cvs.media";

  private final House house;
  private final WhatsAppMedia whatsApp;
  private final FileCv fileCv;
  private final CvStore store = new CvStore();
  private final Ledger ledger = new Ledger();

  public ReceiveMedia(House house, WhatsAppMedia whatsApp, FileCv fileCv) {
    this.house = house;
    this.whatsApp = whatsApp;
    this.fileCv = fileCv;
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
      return file(run, sent, fetch(media));
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      return Setback.of(e).orElseGet(() -> failed(run, sent, e));
    }
  }

  private Optional<IncomingFile> fetch(Media sent) {
    var medium = sent.medium();
    var name = FileName.clean(medium.fileName(), sent.type());
    var announced = new CvLike.Attachment(name, medium.mimeType(), medium.size(), false);
    if (CvLike.settledUnread(announced)) {
      return CvLike.judge(announced) instanceof CvLike.TooLarge
          ? Optional.of(IncomingFile.missing(name, medium.mimeType(), IncomingFile.TOO_LARGE))
          : Optional.empty();
    }
    return IncomingFile.take(house.files(), name, whatsApp.fetch(medium.id()).await(), false);
  }

  private TaskResult file(TaskRun run, Delivered sent, Optional<IncomingFile> file) {
    return file.isEmpty()
        ? new TaskResult.Cancel("not a CV")
        : run.done(sql -> fileCv.run(sql, arrival(sent, file.get())));
  }

  private TaskResult failed(TaskRun run, Delivered sent, RuntimeException e) {
    var gone = e instanceof ProviderFailure.Refused refused && refused.status() == 404;
    if (!gone && !run.lastAttempt()) return new TaskResult.Retry(String.valueOf(e.getMessage()));
    var medium = sent.media().medium();
    var name = FileName.clean(medium.fileName(), sent.media().type());
    var why = "could not be fetched: " + e.getMessage();
    return file(run, sent, Optional.of(IncomingFile.missing(name, medium.mimeType(), why)));
  }

  private static Arrival arrival(Delivered sent, IncomingFile file) {
    var from = sent.media().from();
    var payload = new JsonObject().put("messageId", sent.media().messageId());
    payload.put("delivery", sent.delivery().toJsonObject());
    var sender = new Sender(Channel.WHATSAPP, from.address(), from.hidden(), null, sent.caption());
    return new Arrival(sender, file, key(sent.media()), payload);
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

package recruitflow.screening.cvs;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import recruitflow.desk.candidates.CandidateLookup;
import recruitflow.platform.Bus;
import recruitflow.platform.House;
import recruitflow.platform.Json;
import recruitflow.platform.providers.GoogleAccess;
import recruitflow.platform.settings.Provider;
import recruitflow.platform.tasks.Job;
import recruitflow.platform.tasks.Worker;
import recruitflow.screening.cvs.files.TakeFile;
import recruitflow.screening.cvs.mail.GmailMailbox;
import recruitflow.screening.cvs.mail.MarkMail;
import recruitflow.screening.cvs.mail.PollMailbox;
import recruitflow.screening.cvs.mail.ReceiveMail;
import recruitflow.screening.cvs.mail.ReplyOwner;
import recruitflow.screening.cvs.whatsapp.ReceiveMedia;
import recruitflow.screening.cvs.whatsapp.WhatsAppMedia;

/** CVs by mail, by WhatsApp and by hand. */
public final class CvsVerticle extends VerticleBase {
  private final House house;

  public CvsVerticle(House house) {
    this.house = house;
  }

  @Override
  public Future<?> start() {
    var candidates = new CandidateLookup(house.settings().phoneRegion());
    var whose = new WhoseCv(candidates);
    var fileCv = new FileCv(house, whose);
    var take = new TakeFile(house);
    var started = new ArrayList<Future<?>>(operations(fileCv));
    var media = new ReceiveMedia(house, new WhatsAppMedia(house), whose, take, fileCv);
    var worker =
        Worker.of(ReceiveMedia.KIND).asking(Provider.WHAPI.id()).backoff(ReceiveMail.pauses());
    started.add(house.tasks().work(context, worker, media::run));
    started.add(house.tasks().schedule(context, sweep(), run -> swept()));
    if (house.settings().has(Provider.GMAIL)) started.addAll(mail(candidates, whose, take, fileCv));
    started.add(house.watch(context, "cvs"));
    return Future.all(started);
  }

  private List<Future<?>> operations(FileCv fileCv) {
    var lists = new CvLists(house.db());
    var assign = new AssignUnmatched(house, fileCv);
    var dismiss = new DismissUnmatched(house, lists);
    var operations = house.operations();
    return List.of(
        operations.on(context, CvOperations.UNMATCHED, lists::unmatched),
        operations.on(context, CvOperations.ASSIGN, assign::run),
        operations.on(context, CvOperations.ACCEPT, assign::accept),
        operations.on(context, CvOperations.DISMISS, dismiss::run),
        operations.on(context, CvOperations.REOPEN, dismiss::reopen),
        operations.on(context, CvOperations.REVIEW, lists::review),
        operations.on(context, CvOperations.CONFIRM, lists::confirm),
        Bus.on(context, UploadCv.ADDRESS, new UploadCv(house, fileCv)::run),
        Bus.on(context, CvRoutes.DOWNLOAD, question -> file(lists, question)));
  }

  private static JsonObject file(CvLists lists, JsonObject question) {
    var id = question.getLong("id");
    var isCv = question.getString("of").equals("cv");
    return Json.of(isCv ? lists.file(id) : lists.unmatchedFile(id));
  }

  private List<Future<?>> mail(
      CandidateLookup candidates, WhoseCv whose, TakeFile take, FileCv fileCv) {
    var gmail = house.gmail();
    var mailbox = new GmailMailbox(new GoogleAccess(house), gmail);
    var receive = new ReceiveMail(house, mailbox, whose, take, fileCv, new ReplyOwner(candidates));
    var read =
        Worker.of(ReceiveMail.KIND).asking(GoogleAccess.PROVIDER).backoff(ReceiveMail.pauses());
    var mark = Worker.of(MarkMail.KIND).asking(GoogleAccess.PROVIDER).concurrency(2);
    var poll = new PollMailbox(house, mailbox);
    var tasks = house.tasks();
    var started = new ArrayList<Future<?>>();
    started.add(tasks.work(context, read, receive::run));
    started.add(tasks.work(context, mark, new MarkMail(house, mailbox)::run));
    if (gmail.pollEnabled()) started.add(tasks.schedule(context, poll.job(), poll::run));
    return started;
  }

  private static Job sweep() {
    return Job.named("sweep_files")
        .every(Duration.ofDays(1))
        .says("Removes files that an interrupted upload left behind.");
  }

  private Map<String, Integer> swept() {
    return Map.of("removed", house.files().sweep(house.db()));
  }
}

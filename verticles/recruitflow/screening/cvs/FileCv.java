package recruitflow.screening.cvs;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.domain.screening.cvs.CvMatch;
import recruitflow.domain.screening.cvs.CvSource;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.tasks.Task;
import recruitflow.screening.cvs.files.IncomingFile;

/**
 * Files what came, all within the caller's transaction: a CV with the applications it belongs to,
 * which move on; a file that may be one with the application that awaits it, where it waits for a
 * person; the rest among the unmatched items. The same message and part is filed once.
 */
public final class FileCv {
  private static final Logger log = LoggerFactory.getLogger(FileCv.class);
  private final CvStore store = new CvStore();
  private final UnmatchedStore unmatched = new UnmatchedStore();
  private final House house;
  private final WhoseCv whose;

  FileCv(House house, WhoseCv whose) {
    this.house = house;
    this.whose = whose;
  }

  /** Finds whose it is and files it. */
  public void run(Sql sql, Arrival arrival) {
    if (store.isFiled(sql, arrival.key())) return;
    var match = whose.of(sql, arrival.sender());
    if (arrival.file().doubt().isPresent()) doubtful(sql, arrival, match);
    else certain(sql, arrival, match);
  }

  private void certain(Sql sql, Arrival arrival, CvMatch match) {
    var file = arrival.file();
    keep(sql, file);
    switch (match) {
      case CvMatch.Unmatched(var note) -> put(sql, arrival, null, arrival.key(), note);
      case CvMatch.Matched matched -> {
        var source = CvSource.of(arrival.sender().channel());
        file(sql, matched, file, new Origin(source, arrival.key(), house.clock().now(), null));
      }
    }
  }

  /** Put before a person; without an application only where nothing else would tell of it. */
  private void doubtful(Sql sql, Arrival arrival, CvMatch match) {
    var waiting = CvMatch.awaiting(match);
    var file = arrival.file();
    if (waiting.isEmpty() && file.stored().isPresent()) return;
    keep(sql, file);
    if (waiting.isEmpty()) put(sql, arrival, null, arrival.key(), file.note());
    for (var filing : waiting) {
      var first = filing.equals(waiting.getFirst());
      var key = first ? arrival.key() : arrival.key() + "@C-" + filing.candidateId();
      put(sql, arrival, filing, key, file.note());
      ApplicationWriter.touch(sql, filing.applicationId(), house.clock().now());
    }
  }

  private void keep(Sql sql, IncomingFile file) {
    file.stored().ifPresent(stored -> house.files().keep(sql, stored, file.contentType()));
  }

  private void put(Sql sql, Arrival arrival, CvMatch.Filing filing, String key, String note) {
    unmatched
        .add(sql, arrival, filing, key, note, house.clock().now())
        .ifPresent(id -> Live.publish(sql, "cv", id));
  }

  /**
   * Where a CV came from.
   *
   * @param by the user who brought it; null for the system
   */
  record Origin(CvSource source, String key, Instant receivedAt, Long by) {}

  /**
   * Files a kept file with the applications of a decision; answers the ids of the CV files made.
   */
  List<Long> file(Sql sql, CvMatch.Matched match, IncomingFile file, Origin origin) {
    var made = new ArrayList<Long>();
    var review = match.needsReview() || file.needsReview();
    var note =
        Stream.of(match.note(), file.note())
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining("; "));
    for (var filing : match.filings()) {
      var upload = new CvStore.Upload(filing, file, origin, match.method().word(), review, note);
      store.add(sql, upload).ifPresent(id -> made.add(received(sql, filing, id, origin)));
    }
    return made;
  }

  private long received(Sql sql, CvMatch.Filing filing, long cvId, Origin origin) {
    var id = filing.applicationId();
    var now = house.clock().now();
    filing.step().ifPresent(step -> moveOn(sql, id, step, origin.by(), now));
    ApplicationWriter.setCvReceivedAt(sql, id, origin.receivedAt());
    ApplicationWriter.touch(sql, id, now);
    Live.publish(sql, "cv", cvId);
    log.atInfo()
        .addKeyValue("cv", cvId)
        .addKeyValue("application", id)
        .addKeyValue("source", origin.source().word())
        .log("CV filed");
    return cvId;
  }

  /** What still asks for a CV need not leave any more. */
  private void moveOn(Sql sql, long applicationId, Transition step, Long by, Instant now) {
    ApplicationWriter.advance(sql, applicationId, step, by, null, now);
    house
        .tasks()
        .add(
            sql,
            Task.of("messages.withdraw")
                .key("application-" + applicationId)
                .payload(new JsonObject().put("applicationId", applicationId)));
  }
}

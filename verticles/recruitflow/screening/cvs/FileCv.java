package recruitflow.screening.cvs;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recruitflow.desk.applications.Applications;
import recruitflow.desk.candidates.Candidates;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.domain.screening.cvs.CvMatch;
import recruitflow.domain.screening.cvs.CvSource;
import recruitflow.domain.screening.cvs.MatchMethod;
import recruitflow.domain.screening.cvs.SubjectReference;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.tasks.Task;

/**
 * Files a CV, all within the caller's transaction: with the applications it belongs to, which move
 * on, or among the unmatched items. The same message and part is filed once.
 */
public final class FileCv {
  private final CvStore store = new CvStore();
  private final Candidates candidates;
  private final House house;

  FileCv(House house, Candidates candidates) {
    this.house = house;
    this.candidates = candidates;
  }

  /** Finds whose it is and files it. */
  public void run(Sql sql, Arrival arrival) {
    if (store.isFiled(sql, arrival.key())) return;
    var file = arrival.file();
    file.stored().ifPresent(stored -> house.files().keep(sql, stored, file.contentType()));
    var decision =
        file.stored().isEmpty()
            ? new CvMatch.Unmatched(file.note())
            : CvMatch.decide(evidence(sql, arrival.sender()));
    switch (decision) {
      case CvMatch.Unmatched(var note) -> unmatched(sql, arrival, note);
      case CvMatch.Matched matched -> {
        var source = CvSource.of(arrival.sender().channel());
        file(sql, matched, file, new Origin(source, arrival.key(), house.clock().now(), null));
      }
    }
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
    var review = match.needsReview() || file.doubtful();
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
    Applications.setCvReceivedAt(sql, id, origin.receivedAt());
    Applications.touch(sql, id, now);
    Live.publish(sql, "cv", cvId);
    return cvId;
  }

  /** What still asks for a CV need not leave any more. */
  private void moveOn(Sql sql, long applicationId, Transition step, Long by, Instant now) {
    Applications.advance(sql, applicationId, step, by, null, now);
    house
        .tasks()
        .add(
            sql,
            Task.of("messages.withdraw")
                .key("application-" + applicationId)
                .payload(new JsonObject().put("applicationId", applicationId)));
  }

  private void unmatched(Sql sql, Arrival arrival, String note) {
    store
        .addUnmatched(sql, arrival, note, house.clock().now())
        .ifPresent(id -> Live.publish(sql, "cv", id));
  }

  private List<CvMatch.Found> evidence(Sql sql, Arrival.Sender sender) {
    var named = SubjectReference.in(sender.subject());
    return switch (sender.channel()) {
      case EMAIL ->
          List.of(
              found(
                  sql,
                  MatchMethod.EXACT_EMAIL,
                  "sender " + sender.address(),
                  candidates.byEmail(sql, sender.address())),
              found(
                  sql,
                  MatchMethod.SUBJECT_ID,
                  "subject names " + words(named),
                  store.named(sql, named)));
      case WHATSAPP ->
          sender.hidden()
              ? List.of()
              : List.of(
                  found(
                      sql,
                      MatchMethod.EXACT_PHONE,
                      "sender +" + sender.address(),
                      candidates.byInternationalPhone(sql, sender.address())));
    };
  }

  private CvMatch.Found found(Sql sql, MatchMethod method, String evidence, List<Long> ids) {
    var people = ids.isEmpty() ? List.<CvMatch.Person>of() : store.people(sql, ids);
    return new CvMatch.Found(method, evidence, people);
  }

  private static String words(Set<SubjectReference> references) {
    return references.stream()
        .map(
            reference ->
                switch (reference) {
                  case SubjectReference.ToApplication(var id) -> "RF-" + id;
                  case SubjectReference.ToCandidate(var id) -> "C-" + id;
                })
        .collect(Collectors.joining(", "));
  }
}

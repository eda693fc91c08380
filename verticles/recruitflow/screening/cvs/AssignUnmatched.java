package recruitflow.screening.cvs;

import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.Reference;
import recruitflow.domain.screening.cvs.CvMatch;
import recruitflow.domain.screening.cvs.CvSource;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.screening.cvs.CvOperations.Assigned;
import recruitflow.screening.cvs.UnmatchedStore.Item;
import recruitflow.screening.cvs.files.IncomingFile;

/**
 * A recruiter says whose an item is, or that it is the CV: from then on it is a CV like any other.
 * One whose bytes we do not have only learns whose it is, and goes on waiting for its file.
 */
final class AssignUnmatched {
  private final House house;
  private final FileCv fileCv;
  private final CvStore store = new CvStore();
  private final UnmatchedStore items = new UnmatchedStore();

  AssignUnmatched(House house, FileCv fileCv) {
    this.house = house;
    this.fileCv = fileCv;
  }

  Assigned run(Caller caller, CvOperations.AssignUnmatched input) {
    return house
        .db()
        .inTransaction(sql -> assign(sql, caller, open(sql, input.id()), input.applicationId()));
  }

  /** It is the CV of the application that it stands with. */
  Assigned accept(Caller caller, ById input) {
    return house
        .db()
        .inTransaction(
            sql -> {
              var item = open(sql, input.id());
              if (item.applicationId() == null) {
                throw Failure.conflict("Nobody knows yet whose it is: assign it.");
              }
              if (item.file().isEmpty()) {
                throw Failure.conflict("Its content is not here: upload the file instead.");
              }
              return assign(sql, caller, item, item.applicationId());
            });
  }

  private Item open(Sql sql, long id) {
    var item = items.lock(sql, id).orElseThrow(() -> Failure.notFound("unmatched item"));
    if (item.resolvedBy() != null) {
      throw Failure.conflict("It was assigned to " + Reference.of(item.resolvedBy()) + " already.");
    }
    return item;
  }

  private Assigned assign(Sql sql, Caller caller, Item item, long applicationId) {
    var owner =
        store.application(sql, applicationId).orElseThrow(() -> Failure.notFound("application"));
    Long cvId = null;
    if (item.file().isPresent()) {
      cvId = file(sql, caller, item, item.file().get(), owner);
      items.assigned(sql, item.id(), applicationId, house.clock().now());
    } else {
      items.bind(sql, item.id(), applicationId);
      ApplicationWriter.touch(sql, applicationId, house.clock().now());
    }
    Live.publish(sql, "cv", item.id());
    var status =
        ApplicationWriter.lock(sql, applicationId).map(ApplicationStatus::text).orElseThrow();
    return new Assigned(item.id(), applicationId, cvId, status, item.file().isPresent());
  }

  private Long file(Sql sql, Caller caller, Item item, IncomingFile file, CvMatch.Person owner) {
    var match = CvMatch.byHand(owner.candidateId(), owner.applications().getFirst());
    var source = CvSource.of(item.channel());
    var origin = new FileCv.Origin(source, item.key(), item.receivedAt(), caller.userId());
    return fileCv.file(sql, match, file, origin).stream().findFirst().orElse(null);
  }
}

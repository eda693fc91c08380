package recruitflow.desk.applications;

import java.util.List;
import java.util.function.Consumer;
import recruitflow.desk.applications.ApplicationOperations.AddNote;
import recruitflow.desk.applications.ApplicationOperations.Assign;
import recruitflow.desk.applications.ApplicationOperations.Close;
import recruitflow.desk.applications.ApplicationOperations.CreateApplication;
import recruitflow.desk.applications.ApplicationOperations.SetStatus;
import recruitflow.desk.applications.ApplicationOperations.UndoClose;
import recruitflow.desk.applications.byhand.Reopen;
import recruitflow.desk.applications.byhand.SetStatusByHand;
import recruitflow.desk.positions.PositionStore;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.platform.House;
import recruitflow.platform.Json;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;

/** What a recruiter does with one application by hand, calls and messages apart. */
public final class ApplicationDesk {
  private final House house;
  private final ApplicationDetailRead detail;
  private final SetStatusByHand override;

  public ApplicationDesk(House house, ApplicationDetailRead detail) {
    this.house = house;
    this.detail = detail;
    this.override = new SetStatusByHand(house);
  }

  ApplicationDetail get(Caller caller, ById asked) {
    return detail.read(house.db().sql(), asked.id());
  }

  ApplicationDetail create(Caller caller, CreateApplication asked) {
    return house
        .db()
        .inTransaction(
            sql -> {
              requireCandidate(sql, asked.candidateId());
              requireTaking(sql, asked.positionId());
              var made =
                  ApplicationWriter.create(
                      sql,
                      List.of(asked.candidateId()),
                      asked.positionId(),
                      caller.userId(),
                      null,
                      house.clock().now());
              if (made.isEmpty()) {
                throw Failure.conflict("The candidate has an application to this position.");
              }
              return detail.read(sql, made.getFirst().id());
            });
  }

  private static void requireCandidate(Sql sql, long id) {
    sql.first(
            "select id from candidates where id = $1 and archived_at is null for share",
            row -> row.getLong("id"),
            id)
        .orElseThrow(() -> Failure.notFound("candidate"));
  }

  /** The position must be there and not be closed; it stays so until the transaction ends. */
  static void requireTaking(Sql sql, long positionId) {
    var status =
        PositionStore.holdStatus(sql, positionId).orElseThrow(() -> Failure.notFound("position"));
    if (!status.takesApplications()) {
      throw Failure.conflict("The position is closed and takes no new applications.");
    }
  }

  ApplicationDetail setStatus(Caller caller, SetStatus asked) {
    if (asked.note().isBlank()) {
      throw Failure.invalid("note", "is needed when a status is set by hand");
    }
    return change(
        asked.id(),
        sql -> {
          requireVersion(sql, asked.id(), asked.version());
          override.run(sql, caller, asked);
        });
  }

  private void requireVersion(Sql sql, long id, int version) {
    var current =
        sql.one(
            "select version from applications where id = $1", row -> row.getInteger("version"), id);
    if (current != version) {
      throw Failure.conflict(
          "The application has changed since you looked at it.",
          Json.of(detail.read(sql, id).application()));
    }
  }

  ApplicationDetail addNote(Caller caller, AddNote asked) {
    if (asked.body().isBlank()) {
      throw Failure.invalid("body", "must not be blank");
    }
    return change(
        asked.id(),
        sql -> {
          var now = house.clock().now();
          sql.execute(
              """
              insert into application_notes (application_id, candidate_id, author_id, body, created_at)
              select id, candidate_id, $2, $3, $4 from applications where id = $1
              """,
              asked.id(),
              caller.userId(),
              asked.body(),
              Db.time(now));
          ApplicationWriter.touch(sql, asked.id(), now);
        });
  }

  ApplicationDetail assign(Caller caller, Assign asked) {
    return change(
        asked.id(),
        sql -> {
          if (asked.userId() != null) {
            requireRecruiter(sql, asked.userId());
          }
          sql.execute(
              "update applications set assigned_to = $2, version = version + 1 where id = $1",
              asked.id(),
              asked.userId());
          ApplicationWriter.touch(sql, asked.id(), house.clock().now());
        });
  }

  private static void requireRecruiter(Sql sql, long userId) {
    sql.first(
            "select id from users where id = $1 and active and 'recruiter' = any (roles)",
            row -> row.getLong("id"),
            userId)
        .orElseThrow(() -> Failure.invalid("userId", "is not a recruiter"));
  }

  ApplicationDetail close(Caller caller, Close asked) {
    return change(
        asked.id(),
        sql -> {
          var now = house.clock().now();
          if (!ApplicationWriter.advance(
              sql, asked.id(), Transition.CLOSE, caller.userId(), asked.note(), now)) {
            throw Failure.conflict("It is closed already, or a call or its scoring is under way.");
          }
        });
  }

  ApplicationDetail undoClose(Caller caller, UndoClose asked) {
    return change(
        asked.id(),
        sql -> {
          if (asked.version() != null) requireVersion(sql, asked.id(), asked.version());
          Reopen.run(sql, asked.id(), caller.userId(), house.clock().now());
        });
  }

  private ApplicationDetail change(long id, Consumer<Sql> work) {
    return house
        .db()
        .inTransaction(
            sql -> {
              if (ApplicationWriter.lock(sql, id).isEmpty()) {
                throw Failure.notFound("application");
              }
              work.accept(sql);
              return detail.read(sql, id);
            });
  }
}

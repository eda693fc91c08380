package recruitflow.admin.jobs;

import recruitflow.admin.jobs.JobOperations.ByKind;
import recruitflow.admin.jobs.JobOperations.ByName;
import recruitflow.admin.jobs.JobOperations.Jobs;
import recruitflow.admin.jobs.JobOperations.Kinds;
import recruitflow.admin.jobs.JobOperations.TaskFilter;
import recruitflow.admin.jobs.JobOperations.TaskPage;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Operation.Nothing;

/** What administrators do with jobs and tasks. */
record JobDesk(House house, JobStore store) {

  Jobs list(Caller caller, Nothing input) {
    return new Jobs(store.jobs(house.db().sql()));
  }

  Nothing run(Caller caller, ByName job) {
    return house
        .db()
        .inTransaction(
            sql -> {
              if (!store.exists(sql, job.name())) throw Failure.notFound("job");
              house.tasks().runJobSoon(sql, job.name());
              return new Nothing();
            });
  }

  TaskPage tasks(Caller caller, TaskFilter filter) {
    var found = store.tasks(house.db().sql(), filter);
    return new TaskPage(found, found.isEmpty() ? null : found.getLast().id());
  }

  Kinds summary(Caller caller, Nothing input) {
    return new Kinds(store.kinds(house.db().sql()));
  }

  Nothing runAgain(Caller caller, ById task) {
    return house
        .db()
        .inTransaction(
            sql -> {
              var kind = store.runAgain(sql, task.id());
              house.tasks().ring(sql, kind.orElseThrow(() -> notNow(task)));
              return told(sql, task);
            });
  }

  Nothing cancel(Caller caller, ById task) {
    return house
        .db()
        .inTransaction(
            sql -> {
              store.cancel(sql, task.id()).orElseThrow(() -> notNow(task));
              return told(sql, task);
            });
  }

  Nothing pause(Caller caller, ByKind kind) {
    store.pause(house.db().sql(), kind.kind(), caller.userId());
    return new Nothing();
  }

  Nothing resume(Caller caller, ByKind kind) {
    return house
        .db()
        .inTransaction(
            sql -> {
              store.resume(sql, kind.kind());
              house.tasks().ring(sql, kind.kind());
              return new Nothing();
            });
  }

  private static Nothing told(Sql sql, ById task) {
    Live.publish(sql, "task", task.id());
    return new Nothing();
  }

  private static Failure notNow(ById task) {
    return Failure.conflict("Task " + task.id() + " is not in a state that allows this.");
  }
}

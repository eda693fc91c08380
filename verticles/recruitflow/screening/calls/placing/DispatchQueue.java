package recruitflow.screening.calls.placing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.providers.ProviderNotices;
import recruitflow.platform.settings.Provider;
import recruitflow.platform.tasks.Each;
import recruitflow.platform.tasks.Job;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.screening.calls.CallStore;
import recruitflow.screening.calls.OpenCalls;
import recruitflow.screening.calls.voice.ElevenLabs;

/**
 * Decides who is phoned next: call-backs that are due one by one, the queue in chunks of one
 * position, and never more at once than may be in flight.
 */
public final class DispatchQueue {
  public static final Job JOB =
      Job.named("process_call_queue")
          .every(Duration.ofMinutes(5))
          .says(
              "Phones whoever is in the call queue or due for a call-back, inside calling hours.");

  private static final int CHUNK = 50;
  private static final String QUEUED = "call_queued";
  private static final String CALL_BACK = "callback_scheduled";
  private static final String WITHOUT_NUMBER =
      "The candidate has no phone number that can be dialled.";

  private final House house;
  private final int maxInFlight;
  private final QueueStore queue;
  private final CallStore calls;
  private final ProviderNotices notices;
  private final OpenCalls open;

  public DispatchQueue(
      House house, int maxInFlight, QueueStore queue, CallStore calls, OpenCalls open) {
    this.house = house;
    this.maxInFlight = maxInFlight;
    this.queue = queue;
    this.calls = calls;
    this.notices = new ProviderNotices(house.db());
    this.open = open;
  }

  /**
   * Asks for a look at the queue, since there may be room or work now. The last statement of its
   * transaction: the row of the job is locked until that has committed.
   */
  public static void ring(House house, Sql sql) {
    house.tasks().runJobSoon(sql, JOB.name());
  }

  /** Answers what it did, for the jobs screen. */
  public Map<String, Integer> run(TaskRun run) {
    var counts = new TreeMap<String, Integer>();
    if (!house.settings().has(Provider.ELEVENLABS)) return Map.of("notConfigured", 1);
    var refusal =
        notices.block(ElevenLabs.PROVIDER).map(notice -> QueueStore.NOT_CALLED + notice.message());
    var now = house.clock().now();
    var callable = run.inTransaction(sql -> callable(sql, refusal, now, counts));
    for (var position : callable) fill(position, CALL_BACK, now, counts);
    for (var position : callable) fill(position, QUEUED, now, counts);
    return counts;
  }

  /** The positions for which people may be phoned now; at the others the reason is shown. */
  private List<Long> callable(
      Sql sql, Optional<String> refusal, Instant now, Map<String, Integer> counts) {
    var callable = new ArrayList<Long>();
    for (var position : queue.waiting(sql, now, house.settings().timeZone())) {
      var obstacle = position.obstacle().or(() -> refusal);
      if (obstacle.isPresent()) {
        hold(sql, position, obstacle.get(), now, counts);
        continue;
      }
      release(sql, position, now);
      if (!position.hours().isOpen(now)) {
        count(counts, "positionsOutsideHours", 1);
      } else {
        callable.add(position.id());
      }
    }
    return callable;
  }

  /**
   * Each chunk has its own transaction: it leaves for the provider while the next is written.
   * Nobody is taken twice because of the locks; the job's own row is left free for those that ring
   * for it. Who turns out to have no number leaves his place to the next.
   */
  private void fill(long position, String status, Instant now, Map<String, Integer> counts) {
    var sql = house.db().sql();
    var waiting = queue.next(sql, position, status, now, Math.max(0, room(sql)));
    while (!waiting.isEmpty()) {
      var without = counts.getOrDefault("withoutNumber", 0);
      fill(position, waiting, status, now, counts);
      if (without.equals(counts.getOrDefault("withoutNumber", 0))) return;
      var others = queue.next(sql, position, status, now, Math.max(0, room(sql)));
      waiting = others.equals(waiting) ? List.of() : others;
    }
  }

  private void fill(
      long position, List<Long> waiting, String status, Instant now, Map<String, Integer> counts) {
    for (var from = 0; from < waiting.size(); from += CHUNK) {
      var chunk = waiting.subList(from, Math.min(waiting.size(), from + CHUNK));
      if (!isOpened(position, chunk, status, now, counts)) {
        Each.run(
            chunk,
            counts,
            id -> "application " + id,
            id -> {
              openChunk(position, List.of(id), status, now, counts);
              return "alone";
            });
      }
    }
  }

  /** False when something is wrong with one of them: each is then tried alone. */
  private boolean isOpened(
      long position, List<Long> chunk, String status, Instant now, Map<String, Integer> counts) {
    var failed = new TreeMap<String, Integer>();
    Each.run(
        List.of(chunk),
        failed,
        all -> "applications " + all,
        all -> {
          openChunk(position, all, status, now, counts);
          return "opened";
        });
    return !failed.containsKey("failed");
  }

  private void openChunk(
      long position, List<Long> chunk, String status, Instant now, Map<String, Integer> counts) {
    house
        .db()
        .inTransaction(
            tx -> {
              open(tx, position, taken(tx, chunk, status, now), status, counts);
              return null;
            });
  }

  /** As many of them as there is room for, locked. */
  private List<QueueStore.Due> taken(Sql sql, List<Long> chunk, String status, Instant now) {
    queue.lock(sql);
    var most = Math.clamp(room(sql), 0, chunk.size());
    return queue.lock(sql, chunk.subList(0, most), status, now);
  }

  private int room(Sql sql) {
    return maxInFlight - calls.inFlight(sql);
  }

  private void open(
      Sql sql,
      long position,
      List<QueueStore.Due> due,
      String status,
      Map<String, Integer> counts) {
    if (status.equals(CALL_BACK)) step(sql, ids(due), Transition.CALLBACK_DUE, null);
    var dialable = dialable(sql, due, counts);
    if (dialable.isEmpty()) return;
    if (status.equals(CALL_BACK)) {
      dialable.forEach(id -> open.single(sql, position, id));
      count(counts, "callBacks", dialable.size());
    } else {
      open.batch(sql, position, dialable);
      count(counts, "batches", 1);
      count(counts, "calls", dialable.size());
    }
  }

  private List<Long> dialable(Sql sql, List<QueueStore.Due> due, Map<String, Integer> counts) {
    var groups = due.stream().collect(Collectors.partitioningBy(QueueStore.Due::dialable));
    var without = ids(groups.get(false));
    step(sql, without, Transition.SUBMISSION_FAILED, WITHOUT_NUMBER);
    count(counts, "withoutNumber", without.size());
    return ids(groups.get(true));
  }

  private static List<Long> ids(List<QueueStore.Due> due) {
    return due.stream().map(QueueStore.Due::applicationId).toList();
  }

  private void hold(
      Sql sql, QueueStore.Waiting position, String why, Instant now, Map<String, Integer> counts) {
    Live.publishAll(sql, "application", queue.hold(sql, position.id(), why, now));
    count(counts, "positionsHeld", 1);
  }

  private void release(Sql sql, QueueStore.Waiting position, Instant now) {
    Live.publishAll(sql, "application", queue.release(sql, position.id(), now));
  }

  private void step(Sql sql, List<Long> applicationIds, Transition step, String note) {
    if (applicationIds.isEmpty()) return;
    ApplicationWriter.advanceAll(sql, applicationIds, step, null, note, house.clock().now());
  }

  private static void count(Map<String, Integer> counts, String what, int more) {
    if (more > 0) counts.merge(what, more, Integer::sum);
  }
}

package recruitflow.screening.calls.placing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import recruitflow.desk.applications.Applications;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.providers.ProviderNotices;
import recruitflow.platform.settings.Provider;
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
   * transaction: the job's row is locked while the queue is dispatched.
   */
  public static void ring(House house, Sql sql) {
    house.tasks().runJobSoon(sql, JOB.name());
  }

  /** Answers what it did, for the jobs screen. */
  public Map<String, Integer> run(TaskRun run) {
    var block = notices.block(ElevenLabs.PROVIDER).map(notice -> notice.message());
    return run.inTransaction(sql -> dispatch(sql, block));
  }

  private Map<String, Integer> dispatch(Sql sql, Optional<String> block) {
    var counts = new TreeMap<String, Integer>();
    if (!house.settings().has(Provider.ELEVENLABS)) return Map.of("notConfigured", 1);
    queue.lock(sql);
    var refusal = block.map(why -> QueueStore.NOT_CALLED + why);
    var now = house.clock().now();
    var callable = new ArrayList<QueueStore.Waiting>();
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
        callable.add(position);
      }
    }
    fill(sql, callable, now, counts);
    return counts;
  }

  private void fill(
      Sql sql, List<QueueStore.Waiting> positions, Instant now, Map<String, Integer> counts) {
    var room = maxInFlight - calls.inFlight(sql);
    for (var position : positions) {
      room -= callBacks(sql, position.id(), now, room, counts);
    }
    for (var position : positions) {
      int taken;
      do {
        taken = chunk(sql, position.id(), now, Math.min(room, CHUNK), counts);
        room -= taken;
      } while (taken == CHUNK);
    }
  }

  private int callBacks(
      Sql sql, long positionId, Instant now, int room, Map<String, Integer> counts) {
    if (room <= 0) return 0;
    var due = queue.next(sql, positionId, "callback_scheduled", now, room);
    due.forEach(each -> step(sql, each.applicationId(), Transition.CALLBACK_DUE, null));
    var dialable = dialable(sql, due, counts);
    dialable.forEach(id -> open.single(sql, positionId, id));
    count(counts, "callBacks", dialable.size());
    return dialable.size();
  }

  private int chunk(Sql sql, long positionId, Instant now, int most, Map<String, Integer> counts) {
    if (most <= 0) return 0;
    var dialable = dialable(sql, queue.next(sql, positionId, "call_queued", now, most), counts);
    if (dialable.isEmpty()) return 0;
    open.batch(sql, positionId, dialable);
    count(counts, "batches", 1);
    count(counts, "calls", dialable.size());
    return dialable.size();
  }

  private List<Long> dialable(Sql sql, List<QueueStore.Due> due, Map<String, Integer> counts) {
    for (var each : due) {
      if (each.dialable()) continue;
      step(
          sql,
          each.applicationId(),
          Transition.SUBMISSION_FAILED,
          "The candidate has no phone number that can be dialled.");
      count(counts, "withoutNumber", 1);
    }
    return due.stream()
        .filter(QueueStore.Due::dialable)
        .map(QueueStore.Due::applicationId)
        .toList();
  }

  private void hold(
      Sql sql, QueueStore.Waiting position, String why, Instant now, Map<String, Integer> counts) {
    queue.hold(sql, position.id(), why, now).forEach(id -> Live.publish(sql, "application", id));
    count(counts, "positionsHeld", 1);
  }

  private void release(Sql sql, QueueStore.Waiting position, Instant now) {
    queue.release(sql, position.id(), now).forEach(id -> Live.publish(sql, "application", id));
  }

  private void step(Sql sql, long applicationId, Transition step, String note) {
    Applications.advance(sql, applicationId, step, null, note, house.clock().now());
  }

  private static void count(Map<String, Integer> counts, String what, int more) {
    if (more > 0) counts.merge(what, more, Integer::sum);
  }
}

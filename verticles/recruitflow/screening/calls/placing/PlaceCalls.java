package recruitflow.screening.calls.placing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import recruitflow.platform.House;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.providers.ProviderNotices;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.screening.calls.BatchStore;
import recruitflow.screening.calls.CallBatch;
import recruitflow.screening.calls.FindCalls;
import recruitflow.screening.calls.HeldPositions;
import recruitflow.screening.calls.voice.ElevenLabs;
import recruitflow.screening.calls.voice.Refusal;
import recruitflow.screening.calls.voice.VoiceAgent;

/**
 * Hands a batch, or a single call, to the provider: the intent is committed, the request made, its
 * answer recorded. A request that may have acted is never made again.
 */
public final class PlaceCalls {
  private static final int REQUEST_TIMEOUT = 408;
  private static final Duration AFTER_AN_OUTAGE = Duration.ofSeconds(45);
  private static final Duration UNTIL_A_PERSON_ACTS = Duration.ofMinutes(5);

  private final House house;
  private final VoiceAgent voice;
  private final BatchStore batches;
  private final Placement placement;
  private final FindCalls find;
  private final ProviderNotices notices;

  public PlaceCalls(
      House house, VoiceAgent voice, BatchStore batches, Placement placement, FindCalls find) {
    this.house = house;
    this.voice = voice;
    this.batches = batches;
    this.placement = placement;
    this.find = find;
    this.notices = new ProviderNotices(house.db());
  }

  public TaskResult run(TaskRun run) {
    var batch = batches.get(house.db().sql(), run.payloadId("batchId"));
    if (batch.state() != CallBatch.State.SUBMITTING) return new TaskResult.Done();
    if (batch.requestStartedAt() != null) {
      return loseTrack(run, batch, "The server stopped while the request was out.");
    }
    var callees =
        run.intend(
            sql -> placement.begin(sql, batch),
            sql -> batches.requestCameToNothing(sql, batch.id(), null));
    return callees.isEmpty() ? new TaskResult.Done() : request(run, batch, callees);
  }

  private TaskResult request(TaskRun run, CallBatch batch, List<VoiceAgent.Callee> callees) {
    try {
      if (batch.single()) {
        var dialled = voice.dial(callees.getFirst()).await();
        notices.clear(ElevenLabs.PROVIDER);
        return run.done(sql -> placement.acceptSingle(sql, batch, dialled));
      }
      var providerId = voice.submit(batch.key(), callees).await();
      notices.clear(ElevenLabs.PROVIDER);
      return run.done(sql -> placement.acceptBatch(sql, batch, providerId));
    } catch (ProviderFailure failure) {
      return failed(run, batch, callees, failure);
    }
  }

  private TaskResult failed(
      TaskRun run, CallBatch batch, List<VoiceAgent.Callee> callees, ProviderFailure failure) {
    return switch (failure) {
      case ProviderFailure.NotSent _ -> again(run, batch, failure, Optional.empty());
      case ProviderFailure.Paused paused -> wait(run, batch, paused);
      case ProviderFailure.RateLimited limited -> again(run, batch, limited, limited.retryAfter());
      case ProviderFailure.Down down when down.status() == 503 -> unavailable(run, batch, down);
      case ProviderFailure.Refused refused when refused.status() != REQUEST_TIMEOUT ->
          refused(run, batch, callees, Refusal.of(refused));
      case ProviderFailure.Refused _,
          ProviderFailure.Down _,
          ProviderFailure.Lost _,
          ProviderFailure.Malformed _ ->
          loseTrack(run, batch, failure.getMessage());
    };
  }

  /** It was not asked, since it wants a pause. */
  private TaskResult wait(TaskRun run, CallBatch batch, ProviderFailure.Paused paused) {
    cameToNothing(run, batch, paused.getMessage());
    return new TaskResult.Snooze(paused.left(), paused.getMessage());
  }

  /** The provider did nothing, and may do it later. */
  private TaskResult again(
      TaskRun run, CallBatch batch, ProviderFailure failure, Optional<Duration> pause) {
    var why = failure.getMessage();
    if (run.lastAttempt()) {
      notices.raise(ElevenLabs.PROVIDER, why, AFTER_AN_OUTAGE);
      return run.done(sql -> placement.refuse(sql, batch, why));
    }
    cameToNothing(run, batch, why);
    return new TaskResult.Retry(why, pause);
  }

  private void cameToNothing(TaskRun run, CallBatch batch, String why) {
    run.inTransaction(
        sql -> {
          batches.requestCameToNothing(sql, batch.id(), why);
          return null;
        });
  }

  /** It may have accepted before it failed: asked again only when it does not know the batch. */
  private TaskResult unavailable(TaskRun run, CallBatch batch, ProviderFailure.Down failure) {
    try {
      return find.isKnown(house.db().sql(), batch)
          ? loseTrack(run, batch, failure.getMessage())
          : again(run, batch, failure, failure.retryAfter());
    } catch (ProviderFailure alsoDown) {
      return loseTrack(run, batch, failure.getMessage());
    }
  }

  private TaskResult refused(
      TaskRun run, CallBatch batch, List<VoiceAgent.Callee> callees, Refusal refusal) {
    if (refusal.concernsAccount()) {
      notices.raise(ElevenLabs.PROVIDER, refusal.words(), UNTIL_A_PERSON_ACTS);
    }
    var some = Placement.at(refusal.recipients(), callees);
    return run.done(
        sql -> {
          if (refusal.forbidsOverrides()) {
            HeldPositions.overridesForbidden(
                sql, batch.positionId(), refusal.words(), house.clock().now());
          }
          if (!some.isEmpty() && some.size() < callees.size()) {
            placement.refuseSome(sql, batch, some, refusal.words());
          } else if (some.isEmpty() && refusal.concernsNumber() && callees.size() > 1) {
            placement.halve(sql, batch, refusal.words());
          } else {
            placement.refuse(sql, batch, refusal.words());
          }
        });
  }

  private TaskResult loseTrack(TaskRun run, CallBatch batch, String why) {
    return run.done(sql -> placement.loseTrack(sql, batch, why));
  }
}

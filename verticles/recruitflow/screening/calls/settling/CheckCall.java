package recruitflow.screening.calls.settling;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.domain.screening.calls.CallOutcome;
import recruitflow.domain.screening.calls.CallReading;
import recruitflow.domain.screening.calls.CallStatus;
import recruitflow.domain.screening.calls.Conversation;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.screening.calls.BatchStore;
import recruitflow.screening.calls.Call;
import recruitflow.screening.calls.CallEnd;
import recruitflow.screening.calls.CallStore;
import recruitflow.screening.calls.CloseCall;
import recruitflow.screening.calls.FindCalls;
import recruitflow.screening.calls.voice.VoiceAgent;

/** Asks the provider how one call stands, and ends it when it has ended. Reads each batch once. */
public final class CheckCall {
  private static final Logger log = LoggerFactory.getLogger(CheckCall.class);
  private static final Duration LONGEST = Duration.ofHours(24);

  private final House house;
  private final VoiceAgent voice;
  private final CallStore calls;
  private final BatchStore batches;
  private final FindCalls find;
  private final CloseCall close;
  private final Map<String, VoiceAgent.Batch> read = new HashMap<>();

  public CheckCall(
      House house,
      VoiceAgent voice,
      CallStore calls,
      BatchStore batches,
      FindCalls find,
      CloseCall close) {
    this.house = house;
    this.voice = voice;
    this.calls = calls;
    this.batches = batches;
    this.find = find;
    this.close = close;
  }

  /** What the provider says of a call; what it does not know is empty. */
  private record Found(Optional<VoiceAgent.Recipient> recipient, Optional<Conversation> said) {
    CallReading reading() {
      var status = recipient.map(VoiceAgent.Recipient::status).orElse(null);
      return said.map(conversation -> conversation.reading(status))
          .orElseGet(() -> CallReading.of(new CallReading.Words(null, null, status, false)));
    }

    CallEnd end(CallOutcome outcome) {
      var at = recipient.map(VoiceAgent.Recipient::updatedAt).orElse(null);
      return said.map(conversation -> CallEnd.of(outcome, conversation, at))
          .orElseGet(() -> CallEnd.without(outcome, "told by the batch", at));
    }
  }

  /** A word for the counts: ended, waiting, given up, unreachable. */
  public String run(TaskRun run, Call call) {
    try {
      return conclude(run, call, look(call));
    } catch (ProviderFailure failure) {
      log.info("call {} could not be checked: {}", call.id(), failure.getMessage());
      return isHopeless(call) ? giveUp(run, call) : "unreachable";
    }
  }

  private Found look(Call call) {
    var recipient =
        Optional.ofNullable(call.providerBatchId())
            .flatMap(id -> read.computeIfAbsent(id, this::batch).recipient(call.uid()));
    var conversationId =
        Optional.ofNullable(call.conversationId())
            .or(() -> recipient.map(VoiceAgent.Recipient::conversationId))
            .or(() -> unboundSingle(call));
    return new Found(recipient, conversationId.flatMap(id -> voice.conversation(id).await()));
  }

  private VoiceAgent.Batch batch(String id) {
    return voice.batch(id).await();
  }

  private Optional<String> unboundSingle(Call call) {
    if (call.providerBatchId() != null) return Optional.empty();
    var sql = house.db().sql();
    return find.conversation(sql, call, batches.get(sql, call.batchId()));
  }

  private String conclude(TaskRun run, Call call, Found found) {
    return switch (found.reading()) {
      case CallReading.Ended(var outcome) -> close(run, call, found.end(outcome), "ended");
      case CallReading.Waiting(var word) -> {
        word.ifPresent(w -> log.warn("call {}: unknown status {}", call.id(), w));
        if (isHopeless(call)) yield giveUp(run, call);
        found.said().ifPresent(said -> run.inTransaction(sql -> goesOn(sql, call, said)));
        yield "waiting";
      }
    };
  }

  private String giveUp(TaskRun run, Call call) {
    var end = CallEnd.without(CallOutcome.FAILED, "No result within 24 hours.");
    return close(run, call, end, "givenUp");
  }

  /** What ended may be another conversation than the call has meanwhile; then the call waits on. */
  private String close(TaskRun run, Call call, CallEnd end, String word) {
    return run.inTransaction(sql -> close.close(sql, call.id(), end)) ? word : "waiting";
  }

  private Void goesOn(Sql sql, Call call, Conversation said) {
    if (!calls.lock(sql, call.id()).status().isOpen()) return null;
    calls.bind(sql, call.id(), said.id());
    if (!"initiated".equals(said.status())) {
      calls.setStatus(sql, call.id(), CallStatus.IN_PROGRESS);
    }
    return null;
  }

  private boolean isHopeless(Call call) {
    return !house.clock().now().isBefore(call.initiatedAt().plus(LONGEST));
  }
}

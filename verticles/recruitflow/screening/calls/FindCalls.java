package recruitflow.screening.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import recruitflow.platform.database.Sql;
import recruitflow.screening.calls.voice.VoiceAgent;

/** Looks at the provider for what we may have asked it to do. */
public final class FindCalls {
  /** Clocks differ, and business time may run ahead of the provider's. */
  private static final Duration SLACK = Duration.ofMinutes(10);

  private final VoiceAgent voice;
  private final CallStore calls;

  FindCalls(VoiceAgent voice, CallStore calls) {
    this.voice = voice;
    this.calls = calls;
  }

  /** The provider's id of the batch that carries our key. */
  public Optional<String> batch(CallBatch batch) {
    return voice.findBatch(batch.key(), since(batch)).await();
  }

  /** A conversation that was held for the application since, and that no call of ours has. */
  public Optional<String> conversation(Sql sql, Call call, CallBatch batch) {
    var held = voice.conversationsOf(String.valueOf(call.applicationId()), since(batch)).await();
    return held.stream().filter(id -> calls.signs(sql, "", id, null).isEmpty()).findFirst();
  }

  /** Whether anything came of the request. */
  public boolean isKnown(Sql sql, CallBatch batch) {
    return batch.single()
        ? calls.openOf(sql, batch.id()).stream()
            .anyMatch(call -> conversation(sql, call, batch).isPresent())
        : batch(batch).isPresent();
  }

  private static Instant since(CallBatch batch) {
    var asked = batch.requestStartedAt();
    var earlier = asked == null || asked.isAfter(batch.createdAt()) ? batch.createdAt() : asked;
    return earlier.minus(SLACK);
  }
}

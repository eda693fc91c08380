package recruitflow.screening.calls.settling;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import recruitflow.domain.screening.calls.Binding;
import recruitflow.domain.screening.calls.CallStatus;
import recruitflow.domain.screening.calls.Conversation;
import recruitflow.domain.screening.calls.ToldTime;
import recruitflow.domain.screening.calls.VoiceEvent;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.screening.calls.BatchStore;
import recruitflow.screening.calls.Call;
import recruitflow.screening.calls.CallStore;
import recruitflow.screening.calls.voice.VoiceAgent;

/** Finds the call that a conversation belongs to. */
public final class BindConversation {
  private static final Binding NO_CALL = new Binding.Nobody("no call of ours did not connect");

  /** No news of a call comes later. */
  private static final Duration OLDEST = Duration.ofDays(7);

  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

  private final House house;
  private final String agentId;
  private final VoiceAgent voice;
  private final EventStore events;
  private final CallStore calls;
  private final BatchStore batches;

  public BindConversation(
      House house,
      String agentId,
      VoiceAgent voice,
      EventStore events,
      CallStore calls,
      BatchStore batches) {
    this.house = house;
    this.agentId = agentId;
    this.voice = voice;
    this.events = events;
    this.calls = calls;
    this.batches = batches;
  }

  /**
   * The call that a conversation belongs to, looked up under the lock of its application: of two
   * conversations at the same moment the second one sees what the first has taken.
   */
  Binding find(Sql sql, Conversation said) {
    var application = applicationId(said.userId());
    events.lock(sql, said.recipientId(), said.id(), application);
    return Binding.of(
        said,
        calls.signs(sql, said.recipientId(), said.id(), application),
        events.application(sql, application),
        agentId);
  }

  /** Whether the event names a call by what we know of it already, so that nobody need be asked. */
  boolean isKnown(Sql sql, VoiceEvent.NotConnected event) {
    return known(sql, event).isPresent();
  }

  /**
   * The call that did not connect, by what we know of it already, else by the conversation, where
   * there is one to look at.
   */
  Binding find(Sql sql, VoiceEvent.NotConnected event, Optional<Conversation> said) {
    var known = known(sql, event);
    if (known.isPresent()) {
      events.lock(sql, known.get().uid(), null, null);
      return known(sql, event).<Binding>map(call -> of(call, event)).orElse(NO_CALL);
    }
    return said.map(conversation -> find(sql, conversation)).orElse(NO_CALL);
  }

  private Optional<Call> known(Sql sql, VoiceEvent.NotConnected event) {
    return calls
        .byConversation(sql, event.conversationId())
        .or(() -> calls.bySid(sql, event.callSid()));
  }

  private static Binding of(Call call, VoiceEvent.NotConnected event) {
    return event.conversationId() == null || call.known().isFreeFor(event.conversationId())
        ? new Binding.ToCall(call.id())
        : new Binding.Nobody(Binding.TAKEN, call.applicationId());
  }

  /** With the recipient's id from the batch, where the conversation names only the batch. */
  Conversation located(Conversation said) {
    var batchId = said.batchId();
    if (batchId == null || said.recipientId() != null || said.id() == null) return said;
    try {
      return voice.batch(batchId).await().recipients().stream()
          .filter(recipient -> said.id().equals(recipient.conversationId()))
          .findFirst()
          .map(recipient -> said.ofRecipient(recipient.id()))
          .orElse(said);
    } catch (ProviderFailure.Paused later) {
      throw later;
    } catch (ProviderFailure failure) {
      return said;
    }
  }

  /** Writes down a call that only the provider knew of. */
  long newCall(Sql sql, long applicationId, Conversation said) {
    var now = house.clock().now();
    var begun = ToldTime.ended(now.minus(OLDEST), now, said.startedAt());
    var key = "told-" + applicationId + "-" + now.toEpochMilli();
    var batchId = batches.insert(sql, key, events.positionOf(sql, applicationId), true, begun);
    batches.submitted(sql, batchId, null);
    return calls.insert(sql, applicationId, batchId, CallStatus.IN_PROGRESS, begun);
  }

  private static Long applicationId(String userId) {
    return userId != null && ID.matcher(userId).matches() ? Long.valueOf(userId) : null;
  }
}

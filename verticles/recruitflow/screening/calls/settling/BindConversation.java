package recruitflow.screening.calls.settling;

import java.util.Optional;
import java.util.regex.Pattern;
import recruitflow.domain.screening.calls.Binding;
import recruitflow.domain.screening.calls.CallStatus;
import recruitflow.domain.screening.calls.Conversation;
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

  Binding find(Sql sql, Conversation said) {
    var application = applicationId(said.userId());
    return Binding.of(
        said,
        calls.signs(sql, said.recipientId(), said.id(), application),
        events.application(sql, application),
        agentId);
  }

  /** A call of ours that did not connect, by what we know of it already. */
  Optional<Long> known(Sql sql, VoiceEvent.NotConnected event) {
    var byConversation =
        event.conversationId() == null
            ? Optional.<Long>empty()
            : calls.signs(sql, null, event.conversationId(), null).stream()
                .map(Binding.Known::callId)
                .findFirst();
    return byConversation.or(
        () -> Optional.ofNullable(event.callSid()).flatMap(s -> calls.bySid(sql, s)).map(Call::id));
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
    } catch (ProviderFailure failure) {
      return said;
    }
  }

  /** Writes down a call that only the provider knew of. */
  long newCall(Sql sql, long applicationId) {
    var now = house.clock().now();
    var key = "told-" + applicationId + "-" + now.toEpochMilli();
    var batchId = batches.insert(sql, key, events.positionOf(sql, applicationId), true, now);
    batches.submitted(sql, batchId, null);
    return calls.insert(sql, applicationId, batchId, CallStatus.IN_PROGRESS, now);
  }

  private static Long applicationId(String userId) {
    return userId != null && ID.matcher(userId).matches() ? Long.valueOf(userId) : null;
  }
}

package recruitflow.screening.calls.settling;

import java.util.Optional;
import recruitflow.domain.screening.calls.Binding;
import recruitflow.domain.screening.calls.CallOutcome;
import recruitflow.domain.screening.calls.CallReading;
import recruitflow.domain.screening.calls.Conversation;
import recruitflow.domain.screening.calls.VoiceEvent;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.screening.calls.CallEnd;
import recruitflow.screening.calls.CallStore;
import recruitflow.screening.calls.CloseCall;
import recruitflow.screening.calls.voice.VoiceAgent;

/** Reads a webhook of the voice provider: finds the call it means and ends it. */
public final class ReceiveVoiceEvent {
  private final House house;
  private final VoiceAgent voice;
  private final EventStore events;
  private final CallStore calls;
  private final BindConversation bind;
  private final CloseCall close;

  public ReceiveVoiceEvent(
      House house,
      VoiceAgent voice,
      EventStore events,
      CallStore calls,
      BindConversation bind,
      CloseCall close) {
    this.house = house;
    this.voice = voice;
    this.events = events;
    this.calls = calls;
    this.bind = bind;
    this.close = close;
  }

  public TaskResult run(TaskRun run) {
    var eventId = run.payloadId("eventId");
    var body = events.unread(house.db().sql(), eventId);
    if (body.isEmpty()) return new TaskResult.Done();
    return switch (VoiceEvent.read(body.get())) {
      case VoiceEvent.Ignored(var why) -> noted(run, "ignored: " + why);
      case VoiceEvent.Reported(var conversation) -> reported(run, conversation);
      case VoiceEvent.NotConnected event -> notConnected(run, event);
    };
  }

  private TaskResult reported(TaskRun run, Conversation told) {
    var said = bind.located(whole(told));
    return run.done(
        sql ->
            events.markRead(
                sql,
                run.payloadId("eventId"),
                switch (bind.find(sql, said)) {
                  case Binding.ToCall(long callId) -> apply(sql, callId, said);
                  case Binding.NewCall(long applicationId) ->
                      apply(sql, bind.newCall(sql, applicationId), said);
                  case Binding.Nobody(var why) -> "unmatched: " + why;
                }));
  }

  private String apply(Sql sql, long callId, Conversation said) {
    return switch (said.reading(null)) {
      case CallReading.Ended(var outcome) -> {
        close.close(sql, callId, CallEnd.of(outcome, said));
        yield null;
      }
      case CallReading.Waiting _ -> {
        calls.bind(sql, callId, said.id());
        yield "not over yet: " + said.status();
      }
    };
  }

  /** Workspaces may be told to leave the turns out of webhooks; then they are fetched. */
  private Conversation whole(Conversation told) {
    var ended = told.reading(null) instanceof CallReading.Ended(var outcome) ? outcome : null;
    var suspect = ended == CallOutcome.NO_ANSWER && told.transcript().turns().isEmpty();
    return suspect ? ask(told.id()).orElse(told) : told;
  }

  /** What the provider cannot tell now is told by what we have. */
  private Optional<Conversation> ask(String conversationId) {
    try {
      return voice.conversation(conversationId).await();
    } catch (ProviderFailure failure) {
      return Optional.empty();
    }
  }

  private TaskResult notConnected(TaskRun run, VoiceEvent.NotConnected event) {
    var known = bind.known(house.db().sql(), event);
    var callId = known.or(() -> found(event));
    if (callId.isEmpty()) return noted(run, "unmatched: no call of ours did not connect");
    var end = CallEnd.without(CallReading.ofFailure(event.reason()).outcome(), event.detail());
    return run.done(
        sql -> {
          if (event.conversationId() != null) calls.bind(sql, callId.get(), event.conversationId());
          close.close(sql, callId.get(), end);
          events.markRead(sql, run.payloadId("eventId"), null);
        });
  }

  /** Such an event names nobody: the conversation itself does. */
  private Optional<Long> found(VoiceEvent.NotConnected event) {
    return Optional.ofNullable(event.conversationId())
        .flatMap(this::ask)
        .map(bind::located)
        .map(said -> bind.find(house.db().sql(), said))
        .map(binding -> binding instanceof Binding.ToCall(long callId) ? callId : null);
  }

  private TaskResult noted(TaskRun run, String note) {
    return run.done(sql -> events.markRead(sql, run.payloadId("eventId"), note));
  }
}

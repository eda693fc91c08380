package recruitflow.screening.calls.settling;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.desk.applications.ApplicationWriter;
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
  private static final Logger log = LoggerFactory.getLogger(ReceiveVoiceEvent.class);
  private static final String UNMATCHED = "unmatched: ";

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
    log.atInfo()
        .addKeyValue("event", eventId)
        .addKeyValue("provider", "elevenlabs")
        .log("webhook read");
    return switch (VoiceEvent.read(body.get())) {
      case VoiceEvent.Ignored(var why) -> noting(run, _ -> "ignored: " + why);
      case VoiceEvent.Reported(var conversation, var at) -> reported(run, conversation, at);
      case VoiceEvent.NotConnected event -> notConnected(run, event);
    };
  }

  private TaskResult reported(TaskRun run, Conversation told, Instant at) {
    var said = bind.located(whole(told));
    return noting(
        run,
        sql ->
            switch (bind.find(sql, said)) {
              case Binding.ToCall(long callId) -> apply(sql, callId, said, at);
              case Binding.NewCall(long applicationId) ->
                  apply(sql, bind.newCall(sql, applicationId, said), said, at);
              case Binding.Nobody nobody -> unmatched(sql, nobody, said.id());
            });
  }

  /** The note; null when all is well. */
  private String apply(Sql sql, long callId, Conversation said, Instant at) {
    return switch (said.reading(null)) {
      case CallReading.Ended(var outcome) -> close(sql, callId, CallEnd.of(outcome, said, at));
      case CallReading.Waiting _ -> {
        yield calls.bind(sql, callId, said.id())
            ? "not over yet: " + said.status()
            : UNMATCHED + Binding.TAKEN;
      }
    };
  }

  private String close(Sql sql, long callId, CallEnd end) {
    return close.close(sql, callId, end) ? null : UNMATCHED + Binding.TAKEN;
  }

  /**
   * Told at the application too, where there is one: somebody has talked, and it is filed nowhere.
   */
  private String unmatched(Sql sql, Binding.Nobody nobody, String conversationId) {
    if (nobody.applicationId() != null) {
      ApplicationWriter.note(
          sql,
          nobody.applicationId(),
          "The voice provider reported conversation %s, which is not filed: %s."
              .formatted(conversationId, nobody.why()),
          house.clock().now());
    }
    return UNMATCHED + nobody.why();
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
    } catch (ProviderFailure.Paused later) {
      throw later;
    } catch (ProviderFailure failure) {
      return Optional.empty();
    }
  }

  /** Such an event names nobody: where we do not know it yet, the conversation itself does. */
  private TaskResult notConnected(TaskRun run, VoiceEvent.NotConnected event) {
    var said =
        event.conversationId() == null || bind.isKnown(house.db().sql(), event)
            ? Optional.<Conversation>empty()
            : ask(event.conversationId()).map(bind::located);
    return noting(
        run,
        sql ->
            switch (bind.find(sql, event, said)) {
              case Binding.ToCall(long callId) -> close(sql, callId, CallEnd.of(event));
              case Binding.NewCall _ -> UNMATCHED + "the application was not called by us";
              case Binding.Nobody nobody -> unmatched(sql, nobody, event.conversationId());
            });
  }

  private TaskResult noting(TaskRun run, Function<Sql, String> work) {
    return run.done(sql -> events.markRead(sql, run.payloadId("eventId"), work.apply(sql)));
  }
}

package recruitflow.sandbox.elevenlabs;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import recruitflow.sandbox.Sandbox;
import recruitflow.sandbox.people.Persona.CallResult;

/**
 * Dials, lets phones ring and people talk, and hangs up. A call's seconds are business time; they
 * are kept between a shortest and a longest real wait, so that a demo neither flickers nor drags.
 */
final class Switchboard {
  private static final long PROCESSING_MILLIS = 300;
  private static final List<String> ODDITIES =
      List.of("analysis_null", "null_messages", "no_transcript", "no_user_id");
  private static final Pattern APPLICATION = Pattern.compile("(?:RF-|app[-_])?(\\d+)");

  private final Sandbox sandbox;
  private final Map<String, PhoneCall> calls = new LinkedHashMap<>();
  private final Set<PhoneCall> held = new HashSet<>();
  private final List<Consumer<PhoneCall>> onEnd = new ArrayList<>();
  private boolean manual;
  private long minMillis = 300;
  private long maxMillis = 4000;
  private int concurrency = 30;

  Switchboard(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.manual = sandbox.settings().manualCalls();
  }

  /** Called once for each call that is over, before or after it is announced. */
  void onEnd(Consumer<PhoneCall> listener) {
    onEnd.add(listener);
  }

  /** Takes {@code manual}, {@code minMillis}, {@code maxMillis}, {@code concurrency}. */
  void configure(JsonObject settings) {
    manual = settings.getBoolean("manual", manual);
    minMillis = settings.getLong("minMillis", minMillis);
    maxMillis = settings.getLong("maxMillis", maxMillis);
    concurrency = settings.getInteger("concurrency", concurrency);
  }

  /** How many calls the subscription allows at once. */
  int concurrency() {
    return concurrency;
  }

  long running() {
    return calls.values().stream().filter(call -> !call.over()).count();
  }

  Optional<PhoneCall> find(String conversationId) {
    return Optional.ofNullable(calls.get(conversationId));
  }

  /** Newest first. */
  List<PhoneCall> all() {
    return new ArrayList<>(calls.values()).reversed();
  }

  void forget(PhoneCall call) {
    calls.remove(call.conversationId);
  }

  /** Dials. */
  PhoneCall place(PhoneCall.Order order) {
    linkApplication(order);
    var script = sandbox.people().nextCall(order.to());
    var dropped = sandbox.faults().takeSwitch("elevenlabs", "overrides_dropped");
    var call = new PhoneCall(order, script, sandbox.now(), dropped);
    calls.put(call.conversationId, call);
    sandbox
        .ledger()
        .effect(
            "elevenlabs",
            "DIAL",
            order.to(),
            new JsonObject()
                .put("conversation_id", call.conversationId)
                .put("user_id", call.userId())
                .put("batch_id", order.batchId())
                .put("recipient_id", order.recipientId()));
    if (manual) held.add(call);
    else later(script.ringSeconds(), call);
    return call;
  }

  private void linkApplication(PhoneCall.Order order) {
    var user = order.clientData().getString("user_id", "");
    var match = APPLICATION.matcher(user == null ? "" : user);
    if (match.matches()) sandbox.people().link(match.group(1), order.to());
  }

  /**
   * Lets calls that were held go on.
   *
   * @param step one step only, and held again; else to the end, at once
   * @return how many
   */
  int release(Predicate<PhoneCall> which, boolean step) {
    var chosen = held.stream().filter(which).toList();
    for (var call : chosen) {
      advance(call);
      while (!step && !call.over()) advance(call);
      if (call.over()) held.remove(call);
    }
    return chosen.size();
  }

  private void later(double businessSeconds, PhoneCall call) {
    var real = Math.round(businessSeconds * 1000 / sandbox.settings().speed());
    wait(Math.clamp(real, minMillis, maxMillis), call);
  }

  private void wait(long millis, PhoneCall call) {
    sandbox.vertx().setTimer(Math.max(1, millis), _ -> goOn(call));
  }

  private void goOn(PhoneCall call) {
    advance(call);
    if (call.over()) return;
    if (call.state == PhoneCall.State.IN_PROGRESS) {
      later(ConversationJson.spoken(call).seconds(), call);
    } else {
      wait(Math.min(PROCESSING_MILLIS, maxMillis), call);
    }
  }

  private void advance(PhoneCall call) {
    switch (call.state) {
      case INITIATED -> pickUp(call);
      case IN_PROGRESS -> call.state = PhoneCall.State.PROCESSING;
      case PROCESSING -> end(call, PhoneCall.State.DONE);
      case DONE, FAILED -> throw new IllegalStateException("over already: " + call.conversationId);
    }
  }

  private void pickUp(PhoneCall call) {
    call.result = call.script.result();
    var missing = call.missingVariables();
    if (call.result != CallResult.ANSWERED && call.result != CallResult.VOICEMAIL) {
      end(call, PhoneCall.State.FAILED);
    } else if (!missing.isEmpty()) {
      call.result = CallResult.FAILED;
      call.error = "Missing required dynamic variables: " + missing;
      end(call, PhoneCall.State.FAILED);
    } else {
      call.acceptedAt = call.startedAt.plusSeconds(call.script.ringSeconds());
      call.state = PhoneCall.State.IN_PROGRESS;
    }
  }

  /** Oddities are settled here once, so that webhook and later reading tell the same. */
  private void end(PhoneCall call, PhoneCall.State last) {
    call.oddities =
        ODDITIES.stream()
            .filter(name -> sandbox.faults().takeSwitch("elevenlabs", name))
            .collect(Collectors.toSet());
    call.state = last;
    onEnd.forEach(listener -> listener.accept(call));
  }
}

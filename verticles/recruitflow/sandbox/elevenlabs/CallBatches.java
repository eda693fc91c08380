package recruitflow.sandbox.elevenlabs;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import recruitflow.sandbox.Sandbox;
import recruitflow.sandbox.elevenlabs.CallBatch.Recipient;

/** Works batches off: so many calls at once, the rest in turn. */
final class CallBatches {
  private static final Set<String> WORTH_ANOTHER = Set.of("failed", "voicemail");

  private final Sandbox sandbox;
  private final Switchboard switchboard;
  private final Map<String, CallBatch> batches = new LinkedHashMap<>();

  CallBatches(Sandbox sandbox, Switchboard switchboard) {
    this.sandbox = sandbox;
    this.switchboard = switchboard;
    switchboard.onEnd(this::callEnded);
  }

  Optional<CallBatch> find(String id) {
    return Optional.ofNullable(batches.get(id));
  }

  void remove(CallBatch batch) {
    batches.remove(batch.id);
  }

  /** Newest first. */
  List<CallBatch> all() {
    return new ArrayList<>(batches.values()).reversed();
  }

  /** Takes a checked request and starts it, now or at its time. */
  CallBatch submit(JsonObject asked) {
    var now = sandbox.now();
    var batch = new CallBatch(asked, recipients(asked, now), now, scheduled(asked, now));
    batches.put(batch.id, batch);
    var wait = Duration.between(now, batch.scheduledAt);
    if (wait.isPositive()) sandbox.agenda().after(wait, () -> dispatch(batch));
    else sandbox.vertx().runOnContext(_ -> dispatch(batch));
    return batch;
  }

  private static Instant scheduled(JsonObject asked, Instant now) {
    var at = asked.getLong("scheduled_time_unix");
    return at == null ? now : Instant.ofEpochSecond(at);
  }

  private static List<Recipient> recipients(JsonObject asked, Instant now) {
    var recipients = new ArrayList<Recipient>();
    var seen = new HashSet<String>();
    for (var each : asked.getJsonArray("recipients")) {
      var json = (JsonObject) each;
      var phone = json.getString("phone_number");
      if (phone == null || !phone.matches("\\+[1-9]\\d{6,14}"))
        throw ElevenLabsErrors.invalid(
            "invalid_phone_number", "phone_number must be in E.164 format", "recipients");
      var id = json.getString("id", "rcpt_" + PhoneCall.id(26));
      if (!seen.add(id))
        throw ElevenLabsErrors.invalid("duplicate_recipient", "recipient ids repeat", "recipients");
      var data = json.getJsonObject("conversation_initiation_client_data", new JsonObject());
      recipients.add(new Recipient(id, phone, data == null ? new JsonObject() : data, now));
    }
    if (recipients.isEmpty())
      throw ElevenLabsErrors.invalid("no_recipients", "recipients must not be empty", "recipients");
    return recipients;
  }

  private void dispatch(CallBatch batch) {
    if (batch.cancelled || sandbox.now().isBefore(batch.scheduledAt)) return;
    var limit = batch.limit(switchboard.concurrency());
    for (var each : batch.recipients) {
      if (batch.running() >= limit) return;
      if (each.waits()) dial(batch, each);
    }
  }

  private void dial(CallBatch batch, Recipient each) {
    each.turn("initiated", sandbox.now());
    batch.updatedAt = sandbox.now();
    each.call =
        switchboard.place(
            new PhoneCall.Order(
                each.phone,
                batch.asked.getString("agent_phone_number_id"),
                each.clientData,
                batch.id,
                each.id));
  }

  private void callEnded(PhoneCall call) {
    if (call.order.batchId() == null) return;
    var batch = batches.get(call.order.batchId());
    if (batch == null) return;
    batch.recipients.stream()
        .filter(each -> each.call == call)
        .forEach(each -> each.turn(statusAfter(call), sandbox.now()));
    batch.updatedAt = sandbox.now();
    dispatch(batch);
  }

  private static String statusAfter(PhoneCall call) {
    return switch (call.result) {
      case ANSWERED -> "completed";
      case VOICEMAIL -> "voicemail";
      case BUSY, NO_ANSWER, FAILED -> "failed";
    };
  }

  /** Whom nobody dialled yet will not be dialled; who talks may finish. */
  void cancel(CallBatch batch) {
    var open = batch.recipients.stream().filter(Recipient::waits).toList();
    if (open.isEmpty() && batch.running() == 0) return;
    batch.cancelled = true;
    batch.updatedAt = sandbox.now();
    open.forEach(each -> each.turn("cancelled", sandbox.now()));
  }

  /** Dials again whom it could not reach. */
  void retry(CallBatch batch) {
    batch.retries++;
    batch.cancelled = false;
    batch.updatedAt = sandbox.now();
    for (var each : batch.recipients)
      if (WORTH_ANOTHER.contains(each.status)) {
        each.call = null;
        each.turn("pending", sandbox.now());
      }
    dispatch(batch);
  }
}

package recruitflow.sandbox.elevenlabs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One batch of calls at ElevenLabs and where each of its recipients stands. */
final class CallBatch {
  private static final Set<String> WAITING = Set.of("pending");
  private static final Set<String> RUNNING = Set.of("dispatched", "initiated", "in_progress");

  /** One person to be called; the status is the provider's word. */
  static final class Recipient {
    final String id;
    final String phone;
    final JsonObject clientData;
    final Instant createdAt;
    Instant updatedAt;
    String status = "pending";
    PhoneCall call;

    Recipient(String id, String phone, JsonObject clientData, Instant createdAt) {
      this.id = id;
      this.phone = phone;
      this.clientData = clientData;
      this.createdAt = createdAt;
      this.updatedAt = createdAt;
    }

    boolean waits() {
      return WAITING.contains(status);
    }

    void turn(String to, Instant now) {
      status = to;
      updatedAt = now;
    }

    /** The status now; a running call is looked at, since it moves without telling. */
    String statusNow() {
      if (!RUNNING.contains(status) || call == null) return status;
      return call.state == PhoneCall.State.INITIATED ? "initiated" : "in_progress";
    }

    JsonObject toJson() {
      return new JsonObject()
          .put("id", id)
          .put("phone_number", phone)
          .put("whatsapp_user_id", null)
          .put("status", statusNow())
          .put("created_at_unix", createdAt.getEpochSecond())
          .put("updated_at_unix", updatedAt.getEpochSecond())
          .put("conversation_id", call == null ? null : call.conversationId)
          .put("conversation_initiation_client_data", clientData);
    }
  }

  final String id = "btcal_" + PhoneCall.id(26);
  final JsonObject asked;
  final List<Recipient> recipients;
  final Instant createdAt;
  final Instant scheduledAt;
  Instant updatedAt;
  boolean cancelled;
  int retries;

  CallBatch(JsonObject asked, List<Recipient> recipients, Instant createdAt, Instant scheduledAt) {
    this.asked = asked;
    this.recipients = List.copyOf(recipients);
    this.createdAt = createdAt;
    this.scheduledAt = scheduledAt;
    this.updatedAt = createdAt;
  }

  long running() {
    return recipients.stream().filter(each -> RUNNING.contains(each.status)).count();
  }

  private long waiting() {
    return recipients.stream().filter(Recipient::waits).count();
  }

  /** Calls at once for this batch, given what the subscription allows. */
  int limit(int concurrency) {
    var target = asked.getInteger("target_concurrency_limit");
    var usual = Math.max(1, (int) (concurrency * 0.7));
    return target == null ? usual : Math.min(target, concurrency);
  }

  String status() {
    if (cancelled) return "cancelled";
    if (waiting() == recipients.size()) return "pending";
    return waiting() + running() > 0 ? "in_progress" : "completed";
  }

  JsonObject toJson() {
    var dispatched = recipients.stream().filter(each -> each.call != null).count();
    var finished = recipients.size() - waiting() - running();
    return new JsonObject()
        .put("id", id)
        .put("phone_number_id", asked.getString("agent_phone_number_id"))
        .put("phone_provider", "twilio")
        .put("whatsapp_params", null)
        .put("name", asked.getString("call_name"))
        .put("agent_id", asked.getString("agent_id"))
        .put("branch_id", asked.getString("branch_id"))
        .put("environment", asked.getString("environment"))
        .put("created_at_unix", createdAt.getEpochSecond())
        .put("scheduled_time_unix", scheduledAt.getEpochSecond())
        .put("timezone", asked.getString("timezone"))
        .put("total_calls_dispatched", dispatched)
        .put("total_calls_scheduled", recipients.size())
        .put("total_calls_finished", finished)
        .put("last_updated_at_unix", updatedAt.getEpochSecond())
        .put("status", status())
        .put("retry_count", retries)
        .put("telephony_call_config", telephony())
        .put("target_concurrency_limit", asked.getInteger("target_concurrency_limit"))
        .put("agent_name", "Screening")
        .put("branch_name", null);
  }

  /** With its recipients, as it is told when asked for by id. */
  JsonObject toDetailedJson() {
    var list = new JsonArray();
    recipients.forEach(each -> list.add(each.toJson()));
    return toJson().put("recipients", list);
  }

  private JsonObject telephony() {
    var config = asked.getJsonObject("telephony_call_config");
    return config == null ? new JsonObject() : config;
  }
}

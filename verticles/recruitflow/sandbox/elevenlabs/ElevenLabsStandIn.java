package recruitflow.sandbox.elevenlabs;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import recruitflow.sandbox.Exchange;
import recruitflow.sandbox.Sandbox;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.sandbox.StandIn;
import recruitflow.sandbox.elevenlabs.ElevenLabsErrors.Refusal;
import recruitflow.sandbox.elevenlabs.ElevenLabsQuery.Page;

/**
 * Plays ElevenLabs' voice agents: single calls, batches, conversations and their webhooks.
 *
 * <p>Peculiarities to switch on: {@code success_false}, {@code overrides_dropped}, {@code
 * analysis_null}, {@code null_messages}, {@code no_transcript}, {@code no_user_id}, {@code audio},
 * {@code unknown_event}, {@code bad_signature}, {@code old_signature}, {@code future_signature}.
 */
public final class ElevenLabsStandIn implements StandIn {
  private static final Buffer SILENCE =
      Buffer.buffer(Base64.getDecoder().decode("SUQzBAAAAAAAAA=="));

  private final Sandbox sandbox;
  private final Switchboard switchboard;
  private final CallBatches batches;
  private final CallEvents events;

  public ElevenLabsStandIn(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.switchboard = new Switchboard(sandbox);
    this.batches = new CallBatches(sandbox, switchboard);
    this.events = new CallEvents(sandbox);
    switchboard.onEnd(events::ended);
  }

  @Override
  public String name() {
    return "elevenlabs";
  }

  @Override
  public void mount(Router router) {
    var v1 = "/v1/convai";
    router.post(v1 + "/twilio/outbound-call").handler(answering(this::call));
    router.post(v1 + "/batch-calling/submit").handler(answering(this::submit));
    router.get(v1 + "/batch-calling/workspace").handler(answering(this::listBatches));
    router.get(v1 + "/batch-calling/:id").handler(answering(this::batch));
    router.post(v1 + "/batch-calling/:id/cancel").handler(answering(this::cancel));
    router.post(v1 + "/batch-calling/:id/retry").handler(answering(this::retry));
    router.delete(v1 + "/batch-calling/:id").handler(answering(this::deleteBatch));
    router.get(v1 + "/conversations").handler(answering(this::listConversations));
    router.get(v1 + "/conversations/:id").handler(answering(this::conversation));
    router.delete(v1 + "/conversations/:id").handler(answering(this::deleteConversation));
    router.get(v1 + "/conversations/:id/audio").handler(answering(this::audio));
  }

  @Override
  public JsonObject unserved(int status) {
    return JsonObject.of("detail", status == 405 ? "Method Not Allowed" : "Not Found");
  }

  @Override
  public void control(Router router) {
    router.post("/release").handler(this::release);
    router.post("/settings").handler(this::configure);
  }

  /** Checks the key first, as the provider does, and turns refusals into answers. */
  private static Handler<RoutingContext> answering(Handler<Exchange> handler) {
    return context -> {
      var exchange = Exchange.of(context);
      try {
        var key = context.request().getHeader("xi-api-key");
        if (!SandboxKeys.ELEVENLABS_API_KEY.equals(key))
          throw ElevenLabsErrors.unauthorized(key == null);
        handler.handle(exchange);
      } catch (Refusal refusal) {
        exchange.answer(refusal.status, refusal.body);
      }
    };
  }

  private void call(Exchange exchange) {
    var asked = ElevenLabsForm.body(exchange.context(), "call");
    var to = asked.getString("to_number");
    var data = asked.getJsonObject("conversation_initiation_client_data");
    var sent = data == null ? new JsonObject() : data;
    exchange.note("to_number", to).note("user_id", sent.getString("user_id"));
    checkAgent(asked, true);
    if (!to.matches("\\+[1-9]\\d{6,14}"))
      throw ElevenLabsErrors.invalid(
          "invalid_phone_number", "to_number must be in E.164 format", "to_number");
    if (switchboard.running() >= switchboard.concurrency()) throw ElevenLabsErrors.tooManyCalls();
    if (sandbox.faults().takeSwitch(name(), "success_false")) {
      exchange.answer(200, outcome(false, "The call could not be placed", null, null));
      return;
    }
    var phoneId = asked.getString("agent_phone_number_id");
    var call = switchboard.place(new PhoneCall.Order(to, phoneId, sent, null, null));
    exchange.note("conversation_id", call.conversationId);
    exchange.answer(200, outcome(true, "Success", call.conversationId, call.callSid));
  }

  private static JsonObject outcome(boolean success, String message, String id, String sid) {
    return new JsonObject()
        .put("success", success)
        .put("message", message)
        .put("conversation_id", id)
        .put("callSid", sid);
  }

  private static void checkAgent(JsonObject asked, boolean single) {
    if (!SandboxKeys.ELEVENLABS_AGENT_ID.equals(asked.getString("agent_id")))
      throw ElevenLabsErrors.notFound("agent", "agent_id");
    var phone = asked.getString("agent_phone_number_id");
    if (phone == null && !single)
      throw ElevenLabsErrors.invalid(
          "missing_phone_number",
          "agent_phone_number_id or whatsapp_params is needed",
          "agent_phone_number_id");
    if (!SandboxKeys.ELEVENLABS_PHONE_NUMBER_ID.equals(phone))
      throw ElevenLabsErrors.notFound("phone_number", "agent_phone_number_id");
  }

  private void submit(Exchange exchange) {
    var asked = ElevenLabsForm.body(exchange.context(), "batch");
    var recipients = asked.getJsonArray("recipients");
    exchange.note("call_name", asked.getString("call_name")).note("recipients", keys(recipients));
    checkAgent(asked, false);
    var batch = batches.submit(asked);
    exchange.note("batch_id", batch.id);
    exchange.answer(200, batch.toJson());
  }

  private static JsonArray keys(JsonArray recipients) {
    var keys = new JsonArray();
    for (var each : recipients) {
      var json = (JsonObject) each;
      var data = json.getJsonObject("conversation_initiation_client_data");
      keys.add(
          new JsonObject()
              .put("id", json.getString("id"))
              .put("phone_number", json.getString("phone_number"))
              .put("user_id", data == null ? null : data.getString("user_id")));
    }
    return keys;
  }

  private void listBatches(Exchange exchange) {
    var query = ElevenLabsForm.query(exchange.context(), "batches_query");
    var page = new Page(query.getInteger("limit", 100), query.getString("last_doc"));
    var agent = query.getString("agent_id");
    var fitting =
        batches.all().stream()
            .filter(batch -> agent == null || agent.equals(batch.asked.getString("agent_id")))
            .toList();
    var items = page.of(fitting, batch -> batch.id);
    var list = new JsonArray();
    items.forEach(batch -> list.add(batch.toJson()));
    var more = page.more(fitting, items);
    exchange.answer(
        200,
        new JsonObject()
            .put("batch_calls", list)
            .put("next_doc", more ? items.getLast().id : null)
            .put("has_more", more));
  }

  private CallBatch found(Exchange exchange) {
    var id = exchange.context().pathParam("id");
    exchange.note("batch_id", id);
    return batches.find(id).orElseThrow(() -> ElevenLabsErrors.notFound("batch_call", "batch_id"));
  }

  private void batch(Exchange exchange) {
    exchange.answer(200, found(exchange).toDetailedJson());
  }

  private void cancel(Exchange exchange) {
    var batch = found(exchange);
    batches.cancel(batch);
    exchange.answer(200, batch.toJson());
  }

  private void retry(Exchange exchange) {
    var batch = found(exchange);
    batches.retry(batch);
    exchange.answer(200, batch.toJson());
  }

  private void deleteBatch(Exchange exchange) {
    batches.remove(found(exchange));
    exchange.answer(200, new JsonObject());
  }

  private void listConversations(Exchange exchange) {
    var query = ElevenLabsForm.query(exchange.context(), "conversations_query");
    var page = new Page(query.getInteger("page_size", 30), query.getString("cursor"));
    exchange.note("user_id", query.getString("user_id"));
    var fitting = switchboard.all().stream().filter(ElevenLabsQuery.conversations(query)).toList();
    var items = page.of(fitting, call -> call.conversationId);
    var list = new JsonArray();
    items.forEach(call -> list.add(ConversationJson.summary(call)));
    var more = page.more(fitting, items);
    exchange.answer(
        200,
        new JsonObject()
            .put("conversations", list)
            .put("next_cursor", more ? items.getLast().conversationId : null)
            .put("has_more", more));
  }

  private PhoneCall foundCall(Exchange exchange) {
    var id = exchange.context().pathParam("id");
    exchange.note("conversation_id", id);
    return switchboard
        .find(id)
        .orElseThrow(() -> ElevenLabsErrors.notFound("conversation", "conversation_id"));
  }

  private void conversation(Exchange exchange) {
    exchange.answer(200, ConversationJson.full(foundCall(exchange)));
  }

  private void deleteConversation(Exchange exchange) {
    switchboard.forget(foundCall(exchange));
    exchange.answer(200, new JsonObject());
  }

  private void audio(Exchange exchange) {
    foundCall(exchange);
    exchange.answer(200, Map.of("content-type", "audio/mpeg"), SILENCE);
  }

  /** Takes {@code {phone?, conversationId?, step?}}; without a choice, all that are held. */
  private void release(RoutingContext context) {
    var asked = body(context);
    var phone = asked.getString("phone");
    var id = asked.getString("conversationId");
    Predicate<PhoneCall> which =
        call ->
            (phone == null || phone.equals(call.order.to()))
                && (id == null || id.equals(call.conversationId));
    var released = switchboard.release(which, asked.getBoolean("step", false));
    context.json(new JsonObject().put("released", released));
  }

  /** Takes what the switchboard takes, and {@code retryPauses} in real seconds. */
  private void configure(RoutingContext context) {
    var settings = body(context);
    switchboard.configure(settings);
    var pauses = settings.getJsonArray("retryPauses");
    if (pauses != null) events.retryAfter(durations(pauses));
    context.response().setStatusCode(204).end();
  }

  private static List<Duration> durations(JsonArray seconds) {
    return seconds.stream()
        .map(each -> Duration.ofMillis(Math.round(((Number) each).doubleValue() * 1000)))
        .toList();
  }

  private static JsonObject body(RoutingContext context) {
    var body = context.body().asJsonObject();
    return body == null ? new JsonObject() : body;
  }
}

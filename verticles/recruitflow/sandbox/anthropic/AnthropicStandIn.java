package recruitflow.sandbox.anthropic;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import recruitflow.sandbox.Exchange;
import recruitflow.sandbox.Sandbox;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.sandbox.Serial;
import recruitflow.sandbox.StandIn;
import recruitflow.sandbox.judge.Judgement;

/**
 * The Messages API in both its versions. Besides those of {@link AnthropicAnswers} there are the
 * switches {@code rate_limit}, {@code spend_limit}, {@code overloaded}, {@code billing}, {@code
 * permission}, {@code internal}, {@code timeout} and {@code html} (200 with a web page).
 */
public final class AnthropicStandIn implements StandIn {
  private static final int RETRY_AFTER_SECONDS = 2;

  private final Sandbox sandbox;
  private final AnthropicAnswers answers;
  private final Serial requests = new Serial();

  public AnthropicStandIn(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.answers =
        new AnthropicAnswers(
            new Judgement(sandbox.people()), new AnthropicCache(Instant::now), this::on);
  }

  @Override
  public String name() {
    return "anthropic";
  }

  @Override
  public void mount(Router router) {
    router.post("/v1/messages").handler(answering(this::message));
    router.post("/v1/messages/count_tokens").handler(answering(this::count));
    router.get("/v1/models").handler(answering(this::models));
    router.get("/v1/models/:id").handler(answering(this::model));
  }

  @Override
  public JsonObject unserved(int status) {
    var failure =
        status == 405 ? AnthropicFailure.wrongMethod() : AnthropicFailure.notFound("Not Found");
    return failure.body("req_sandbox%d".formatted(requests.next()));
  }

  private boolean on(String name) {
    return sandbox.faults().takeSwitch(name(), name);
  }

  /** What is answered: a JSON object, or for streams and web pages a text of another type. */
  private record Answer(String contentType, Buffer body) {
    static Answer json(JsonObject body) {
      return new Answer("application/json", body.toBuffer());
    }
  }

  private Handler<RoutingContext> answering(Function<RoutingContext, Answer> call) {
    return context -> {
      var exchange = Exchange.of(context);
      var requestId = "req_sandbox%d".formatted(requests.next());
      var headers = new HashMap<>(limits());
      headers.put("request-id", requestId);
      headers.put("content-type", "application/json");
      try {
        authorise(context);
        AnthropicCheck.version(context.request().getHeader("anthropic-version"));
        var answer = call.apply(context);
        headers.put("content-type", answer.contentType());
        exchange.answer(200, headers, answer.body());
      } catch (ClassCastException _) {
        var refusal = AnthropicFailure.invalid("Input should be of another type");
        exchange.answer(400, headers, refusal.body(requestId).toBuffer());
      } catch (AnthropicFailure failure) {
        headers.putAll(failure.headers);
        exchange.answer(failure.code, headers, failure.body(requestId).toBuffer());
      }
    };
  }

  private static Map<String, String> limits() {
    var reset = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60).toString();
    var headers = new HashMap<String, String>();
    for (var kind : new String[] {"requests", "tokens", "input-tokens", "output-tokens"}) {
      headers.put("anthropic-ratelimit-" + kind + "-limit", "1000000");
      headers.put("anthropic-ratelimit-" + kind + "-remaining", "999000");
      headers.put("anthropic-ratelimit-" + kind + "-reset", reset);
    }
    return headers;
  }

  private static void authorise(RoutingContext context) {
    var key = context.request().getHeader("x-api-key");
    var bearer = context.request().getHeader("authorization");
    if (key == null && bearer == null)
      throw AnthropicFailure.authentication("x-api-key header is required");
    var right =
        SandboxKeys.ANTHROPIC_API_KEY.equals(key)
            || ("Bearer " + SandboxKeys.ANTHROPIC_API_KEY).equals(bearer);
    if (!right) throw AnthropicFailure.authentication("invalid x-api-key");
  }

  private Answer message(RoutingContext context) {
    refuseBySwitch();
    var request = body(context);
    var version = context.request().getHeader("anthropic-version");
    var model = AnthropicCheck.request(request, version);
    if (on("html"))
      return new Answer("text/html", Buffer.buffer("<html><body>Please wait</body></html>"));
    var message = answers.answer(request, model);
    Exchange.of(context)
        .note("id", message.getString("id"))
        .note("model", model.id())
        .note("stop_reason", message.getString("stop_reason"));
    if (Boolean.TRUE.equals(request.getBoolean("stream")))
      return new Answer("text/event-stream; charset=utf-8", AnthropicEvents.of(message));
    return Answer.json(message);
  }

  private void refuseBySwitch() {
    if (on("rate_limit")) throw AnthropicFailure.rateLimit(RETRY_AFTER_SECONDS);
    if (on("spend_limit")) throw AnthropicFailure.spendLimit();
    if (on("overloaded")) throw AnthropicFailure.overloaded();
    if (on("billing")) throw AnthropicFailure.billing();
    if (on("permission")) throw AnthropicFailure.permission();
    if (on("internal")) throw AnthropicFailure.internal();
    if (on("timeout")) throw AnthropicFailure.timeout();
  }

  private static JsonObject body(RoutingContext context) {
    try {
      var body = context.body().buffer();
      if (body == null) throw AnthropicFailure.invalid("The request body is empty.");
      return body.toJsonObject();
    } catch (DecodeException | ClassCastException _) {
      throw AnthropicFailure.invalid("The request body is not valid JSON.");
    }
  }

  private Answer count(RoutingContext context) {
    var request = body(context);
    AnthropicForms.check("count", request, "");
    request.put("max_tokens", 1);
    var model = AnthropicCheck.request(request, context.request().getHeader("anthropic-version"));
    var counts = new AnthropicCache(Instant::now).count(request, model.id());
    var all = counts.uncached() + counts.written() + counts.read();
    return Answer.json(new JsonObject().put("input_tokens", all));
  }

  private Answer models(RoutingContext context) {
    var query = context.queryParams();
    var limit = query.contains("limit") ? query.get("limit") : "20";
    if (!limit.matches("\\d{1,4}") || limit.equals("0"))
      throw AnthropicFailure.invalid("limit: Input should be between 1 and 1000");
    return Answer.json(
        AnthropicModels.page(
            query.get("after_id"), query.get("before_id"), Integer.parseInt(limit)));
  }

  private Answer model(RoutingContext context) {
    var id = context.pathParam("id");
    return Answer.json(
        AnthropicModels.find(id)
            .orElseThrow(() -> AnthropicFailure.notFound("model: " + id))
            .toJson());
  }
}

package recruitflow.sandbox;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import recruitflow.sandbox.faults.Fault;
import recruitflow.sandbox.people.Person;
import recruitflow.sandbox.people.Persona;

/** The routes under {@code /control} by which tests and the demo steer the sandbox. */
final class SandboxControl {
  private final Sandbox sandbox;
  private final Supplier<Map<String, String>> roots;

  /**
   * @param roots the root address of each provider
   */
  SandboxControl(Sandbox sandbox, Supplier<Map<String, String>> roots) {
    this.sandbox = sandbox;
    this.roots = roots;
  }

  void mount(Router router) {
    router
        .get("/roots")
        .handler(context -> context.json(new JsonObject(Map.<String, Object>copyOf(roots.get()))));
    router.get("/ledger").handler(this::ledger);
    router.delete("/ledger").handler(this::clearLedger);
    router.get("/faults").handler(this::faults);
    router.post("/faults").handler(this::addFaults);
    router.delete("/faults").handler(this::clearFaults);
    router.get("/people").handler(this::personas);
    router.post("/people").handler(this::addPeople);
    router.post("/webhooks").handler(this::target);
    router.route().failureHandler(SandboxControl::refuse);
  }

  private void ledger(RoutingContext context) {
    var query = new HashMap<String, String>();
    context.queryParams().forEach(query::put);
    var items = new JsonArray();
    sandbox.ledger().entries(Ledger.matching(query)).forEach(entry -> items.add(entry.toJson()));
    context.json(new JsonObject().put("items", items).put("total", items.size()));
  }

  private void clearLedger(RoutingContext context) {
    sandbox.ledger().clear();
    context.response().setStatusCode(204).end();
  }

  private void faults(RoutingContext context) {
    var items = new JsonArray();
    sandbox.faults().all().forEach(fault -> items.add(JsonObject.mapFrom(fault)));
    context.json(new JsonObject().put("items", items));
  }

  /** Takes one rule, or several in an array. */
  private void addFaults(RoutingContext context) {
    var rules = several(context).stream().map(each -> Fault.from((JsonObject) each)).toList();
    rules.forEach(sandbox.faults()::add);
    context.response().setStatusCode(204).end();
  }

  private void clearFaults(RoutingContext context) {
    sandbox.faults().clear();
    context.response().setStatusCode(204).end();
  }

  private void personas(RoutingContext context) {
    var items = new JsonArray();
    sandbox.people().personas().forEach(persona -> items.add(persona.key()));
    context.json(new JsonObject().put("personas", items));
  }

  /**
   * Takes {@code {phone, name, email, persona}}, or several in an array. The persona is the key of
   * a known one, or a whole new one in the form of its resource file.
   */
  private void addPeople(RoutingContext context) {
    var known = new JsonArray();
    for (var each : several(context)) {
      var person = know((JsonObject) each);
      known.add(
          new JsonObject().put("phone", person.phone()).put("persona", person.persona().key()));
    }
    context.json(new JsonObject().put("people", known));
  }

  private Person know(JsonObject json) {
    var phone = json.getString("phone", "");
    if (!phone.startsWith("+")) throw new IllegalArgumentException("phone: E.164 expected");
    return sandbox
        .people()
        .know(phone, json.getString("name"), json.getString("email"), persona(json));
  }

  private String persona(JsonObject json) {
    if (!(json.getValue("persona") instanceof JsonObject written)) return json.getString("persona");
    var persona = written.mapTo(Persona.class);
    sandbox.people().add(persona);
    return persona.key();
  }

  /** What is not named stays as it was; null turns a target off. */
  private void target(RoutingContext context) {
    var json = context.body().asJsonObject();
    var now = sandbox.webhooks().targets();
    var header = json.getJsonObject("whapiHeader", new JsonObject());
    var targets =
        new WebhookTargets(
            json.getString("elevenLabsUrl", now.elevenLabsUrl()),
            json.getString("elevenLabsSecret", now.elevenLabsSecret()),
            json.getString("whapiUrl", now.whapiUrl()),
            header.getString("name", now.whapiHeaderName()),
            header.getString("value", now.whapiHeaderValue()));
    sandbox.webhooks().target(targets);
    context.response().setStatusCode(204).end();
  }

  private static JsonArray several(RoutingContext context) {
    var body = Json.decodeValue(context.body().buffer());
    return body instanceof JsonArray array ? array : new JsonArray().add(body);
  }

  private static void refuse(RoutingContext context) {
    var cause = context.failure();
    var status = context.statusCode() > 0 && cause == null ? context.statusCode() : 400;
    var message = cause == null ? "refused" : String.valueOf(cause.getMessage());
    context
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end(JsonObject.of("error", message).toBuffer());
  }
}

package recruitflow.platform.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import recruitflow.platform.Bus;
import recruitflow.platform.House;
import recruitflow.platform.operations.RestDoor;
import recruitflow.platform.operations.Role;
import recruitflow.platform.settings.Provider;

/**
 * {@code /health/live}: the process runs. {@code /health/ready}: database and verticles answer.
 * {@code /health/parts}: each provider, without deciding readiness, so that one sick provider takes
 * no node out. {@code /metrics}: for Prometheus. The last two need a login, or the management port.
 */
record Health(House house) {

  private static final long LIMIT_MILLIS = 2000;
  private static final Duration PING = Duration.ofSeconds(2);

  /** Where everybody comes in: what tells of the inside needs a login. */
  void mount(Router router) {
    mountChecks(router);
    router.get("/health/parts").handler(r -> guarded(r, this::parts, Role.ADMIN, Role.RECRUITER));
    router.get("/metrics").handler(r -> guarded(r, this::metrics, Role.ADMIN));
  }

  /** Where only the house comes in. */
  void mountOpen(Router router) {
    mountChecks(router);
    router.get("/health/parts").handler(this::parts);
    router.get("/metrics").handler(this::metrics);
  }

  private void mountChecks(Router router) {
    router.get("/health/live").handler(r -> RestDoor.answer(r, 200, up("live")));
    router.get("/health/ready").handler(this::ready);
  }

  private void guarded(RoutingContext request, Handler<RoutingContext> shown, Role... roles) {
    house
        .operations()
        .access()
        .require(request, roles)
        .onSuccess(caller -> shown.handle(request))
        .onFailure(e -> RestDoor.refuse(request, e));
  }

  private static JsonObject up(String what) {
    return new JsonObject().put("status", "up").put("check", what);
  }

  private void ready(RoutingContext request) {
    var checks =
        house.watched().stream()
            .map(
                name ->
                    Bus.ask(house.vertx(), "ping." + name, new JsonObject(), PING)
                        .map(new JsonObject().put("part", name).put("up", true))
                        .otherwise(new JsonObject().put("part", name).put("up", false)))
            .toList();
    Future.all(Future.all(checks), database())
        .onComplete(
            done -> {
              var parts = new JsonArray();
              checks.forEach(check -> parts.add(check.result()));
              var database = done.succeeded() && done.result().<Boolean>resultAt(1);
              parts.add(new JsonObject().put("part", "database").put("up", database));
              var allUp = parts.stream().allMatch(p -> ((JsonObject) p).getBoolean("up"));
              RestDoor.answer(
                  request,
                  allUp ? 200 : 503,
                  new JsonObject().put("status", allUp ? "up" : "down").put("parts", parts));
            });
  }

  private Future<Boolean> database() {
    return house
        .db()
        .pool()
        .query("select 1")
        .execute()
        .timeout(LIMIT_MILLIS, TimeUnit.MILLISECONDS)
        .map(rows -> !house.db().isSilent())
        .otherwise(false);
  }

  private void parts(RoutingContext request) {
    var settings = house.settings();
    var how = settings.sandbox().on() ? "sandbox" : "configured";
    var parts = new JsonObject();
    for (var provider : Provider.values())
      parts.put(provider.id(), settings.has(provider) ? how : "not configured");
    house
        .db()
        .pool()
        .query(
            """
            select provider as name, 'asked us to wait' as trouble from provider_pauses
            where until > now()
            union all select provider, message from provider_notices
            """)
        .execute()
        .timeout(LIMIT_MILLIS, TimeUnit.MILLISECONDS)
        .onComplete(
            rows -> {
              if (rows.succeeded())
                for (var row : rows.result())
                  parts.put(row.getString("name"), row.getString("trouble"));
              RestDoor.answer(request, 200, new JsonObject().put("parts", parts));
            });
  }

  private void metrics(RoutingContext request) {
    request
        .response()
        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        .end(((PrometheusMeterRegistry) house.metrics()).scrape());
  }
}

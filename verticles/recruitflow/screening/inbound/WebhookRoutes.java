package recruitflow.screening.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.platform.House;
import recruitflow.platform.http.bodies.Bodies;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.RestDoor;

/**
 * The doors by which providers tell us what happened. A delivery is believed or refused, kept as it
 * came, and answered; what follows from it is done afterwards.
 */
public final class WebhookRoutes {
  private static final Logger log = LoggerFactory.getLogger(WebhookRoutes.class);
  private static final long LARGEST_BODY = 10L * 1024 * 1024;
  private static final Duration BODY_LIMIT = Duration.ofSeconds(20);

  private final WebhookSettings settings;
  private final MeterRegistry metrics;
  private final EventStore store;
  private final Bodies bodies;
  private final Duration bodyLimit;

  public WebhookRoutes(House house, WebhookSettings settings) {
    this(house, settings, BODY_LIMIT);
  }

  WebhookRoutes(House house, WebhookSettings settings, Duration bodyLimit) {
    this.settings = settings;
    this.bodies = house.bodies();
    this.bodyLimit = bodyLimit;
    this.metrics = house.metrics();
    this.store = new EventStore(house.db(), house.clock());
  }

  /** Adds both doors, each with and without a slash at the end; once for each event loop. */
  public void mount(Router router) {
    var intake = new EventIntake(store);
    mount(router, "/webhooks/elevenlabs", new VoiceDoor(settings), intake);
    mount(router, "/webhooks/whapi", new WhapiDoor(settings), intake);
    router
        .route("/webhooks/*")
        .handler(request -> RestDoor.refuse(request, Failure.notFound("address")));
  }

  private void mount(Router router, String path, WebhookDoor door, EventIntake intake) {
    for (var each : List.of(path, path + "/")) {
      router
          .post(each)
          .handler(request -> receive(door, intake, request))
          .failureHandler(request -> refuse(door, request));
    }
  }

  private void receive(WebhookDoor door, EventIntake intake, RoutingContext request) {
    door.greet(request.request());
    request.request().pause();
    bodies
        .read(request, new Bodies.Limits(LARGEST_BODY, bodyLimit, door.knowsItsSender()))
        .map(body -> door.read(request.request(), body))
        .compose(event -> stored(intake, event))
        .onSuccess(isNew -> accepted(door, request, isNew))
        .onFailure(request::fail);
  }

  private Future<Boolean> stored(EventIntake intake, WebhookEvent event) {
    return intake
        .store(event)
        .recover(
            e -> {
              log.warn("{} webhook could not be stored: {}", event.key().provider(), e.toString());
              return Future.failedFuture(
                  Failure.unavailable("database", "Please deliver this again later."));
            });
  }

  private void accepted(WebhookDoor door, RoutingContext request, boolean isNew) {
    count(door, isNew ? "stored" : "repeated");
    RestDoor.answer(request, 200, new JsonObject().put("received", true));
  }

  private void refuse(WebhookDoor door, RoutingContext request) {
    var thrown = request.failure();
    if (!(thrown instanceof HttpClosedException))
      count(door, Failure.from(thrown).kind().name().toLowerCase(Locale.ROOT));
    RestDoor.refuse(request, thrown);
  }

  private void count(WebhookDoor door, String outcome) {
    metrics
        .counter("recruitflow.webhooks", "provider", door.provider(), "outcome", outcome)
        .increment();
  }
}

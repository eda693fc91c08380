package recruitflow.screening.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.platform.House;
import recruitflow.platform.http.BodyDeadline;
import recruitflow.platform.http.HangUp;
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
  private final Duration bodyLimit;

  public WebhookRoutes(House house, WebhookSettings settings) {
    this(house, settings, BODY_LIMIT);
  }

  WebhookRoutes(House house, WebhookSettings settings, Duration bodyLimit) {
    this.settings = settings;
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
        .handler(request -> RestDoor.fail(request, Failure.notFound("address")));
  }

  private void mount(Router router, String path, WebhookDoor door, EventIntake intake) {
    for (var each : List.of(path, path + "/")) {
      router
          .post(each)
          .handler(request -> greet(door, request))
          .handler(new BodyDeadline(bodyLimit))
          .failureHandler(request -> refuse(door, request));
      router
          .post(each)
          .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
          .handler(request -> take(door, intake, request))
          .failureHandler(request -> refuse(door, request));
    }
  }

  private void greet(WebhookDoor door, RoutingContext request) {
    door.greet(request.request());
    if (announced(request) > LARGEST_BODY) throw tooLarge();
    request.next();
  }

  private void take(WebhookDoor door, EventIntake intake, RoutingContext request) {
    var body = Objects.requireNonNullElseGet(request.body().buffer(), Buffer::buffer);
    var event = door.read(request.request(), body);
    intake
        .store(event)
        .onSuccess(isNew -> accepted(door, request, isNew))
        .onFailure(
            e -> {
              log.warn("{} webhook could not be stored: {}", door.provider(), e.toString());
              request.fail(Failure.unavailable("database", "Please deliver this again later."));
            });
  }

  private void accepted(WebhookDoor door, RoutingContext request, boolean isNew) {
    count(door, isNew ? "stored" : "repeated");
    RestDoor.answer(request, 200, new JsonObject().put("received", true));
  }

  private void refuse(WebhookDoor door, RoutingContext request) {
    var thrown = thrown(request);
    if (thrown instanceof HttpClosedException) return; // nobody is left to be answered
    count(door, Failure.from(thrown).kind().name().toLowerCase(Locale.ROOT));
    HangUp.ifStillSending(request);
    RestDoor.fail(request, thrown);
  }

  private static Throwable thrown(RoutingContext request) {
    if (request.statusCode() == 413) return tooLarge();
    return request.failure() == null
        ? Failure.badRequest("The request cannot be understood.")
        : request.failure();
  }

  private static Failure tooLarge() {
    return Failure.tooLarge("A webhook may have 10 MB.");
  }

  /** The length that the sender announces, 0 when it does not. */
  private static long announced(RoutingContext request) {
    var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
  }

  private void count(WebhookDoor door, String outcome) {
    metrics
        .counter("recruitflow.webhooks", "provider", door.provider(), "outcome", outcome)
        .increment();
  }
}

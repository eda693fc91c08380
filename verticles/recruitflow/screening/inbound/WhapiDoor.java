package recruitflow.screening.inbound;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.settings.Secret;

/** Whapi signs nothing: it sends a header that we gave it, compared in constant time. */
final class WhapiDoor implements WebhookDoor {
  private static final String BEARER = "Bearer ";

  private final Secret secret;
  private final boolean openWithoutSecret;

  WhapiDoor(WebhookSettings settings) {
    this.secret = settings.whapiSecret();
    this.openWithoutSecret = settings.openWithoutSecret();
  }

  @Override
  public String provider() {
    return "whapi";
  }

  @Override
  public void greet(HttpServerRequest request) {
    if (secret.value().isBlank()) {
      if (!openWithoutSecret) throw WebhookDoor.closed(provider());
      return;
    }
    var bearer =
        only(request.headers().getAll("Authorization"))
            .filter(value -> value.startsWith(BEARER))
            .map(value -> value.substring(BEARER.length()));
    var header = only(request.headers().getAll("X-Webhook-Secret"));
    var known = bearer.map(this::isSecret).orElse(false) | header.map(this::isSecret).orElse(false);
    if (!known) throw WebhookDoor.stranger();
  }

  @Override
  public boolean knowsItsSender() {
    return !secret.value().isBlank();
  }

  @Override
  public WebhookEvent read(HttpServerRequest request, Buffer body) {
    if (!isJsonObject(body)) throw Failure.badRequest("The body must be a JSON object.");
    var key = new WebhookEvent.Key(provider(), WebhookDoor.hash(body));
    return new WebhookEvent.Work(key, "inbound.whapi", body);
  }

  private boolean isSecret(String given) {
    return WebhookDoor.same(given, secret.value());
  }

  private static Optional<String> only(List<String> values) {
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  private static boolean isJsonObject(Buffer body) {
    try {
      return Json.decodeValue(body) instanceof JsonObject;
    } catch (DecodeException e) {
      return false;
    }
  }
}

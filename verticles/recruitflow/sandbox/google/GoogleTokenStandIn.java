package recruitflow.sandbox.google;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import recruitflow.sandbox.Exchange;
import recruitflow.sandbox.Sandbox;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.sandbox.StandIn;

/**
 * Google's token endpoint for refresh tokens. The switch {@code invalid_grant} plays a refresh
 * token that was revoked, {@code short_lived} an access token that has run out when it arrives.
 */
public final class GoogleTokenStandIn implements StandIn {
  private final Sandbox sandbox;
  private long serial;

  public GoogleTokenStandIn(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @Override
  public String name() {
    return "google";
  }

  @Override
  public void mount(Router router) {
    router.post("/token").handler(this::token);
  }

  @Override
  public JsonObject unserved(int status) {
    return JsonObject.of("error", "invalid_request", "error_description", "Not Found");
  }

  private void token(RoutingContext context) {
    var exchange = Exchange.of(context);
    var form = context.request().formAttributes();
    exchange.note("grant_type", form.get("grant_type"));
    if (!SandboxKeys.GOOGLE_CLIENT_ID.equals(form.get("client_id"))) {
      refuse(exchange, 401, "invalid_client", "The OAuth client was not found.");
    } else if (!SandboxKeys.GOOGLE_CLIENT_SECRET.equals(form.get("client_secret"))) {
      refuse(exchange, 401, "invalid_client", "Unauthorized");
    } else if (form.get("grant_type") == null) {
      refuse(exchange, 400, "invalid_request", "Missing required parameter: grant_type");
    } else if (!"refresh_token".equals(form.get("grant_type"))) {
      refuse(
          exchange, 400, "unsupported_grant_type", "Invalid grant_type: " + form.get("grant_type"));
    } else if (sandbox.faults().takeSwitch(name(), "invalid_grant")
        || !SandboxKeys.GOOGLE_REFRESH_TOKEN.equals(form.get("refresh_token"))) {
      refuse(exchange, 400, "invalid_grant", "Token has been expired or revoked.");
    } else {
      exchange.answer(200, granted());
    }
  }

  private JsonObject granted() {
    var stale = sandbox.faults().takeSwitch(name(), "short_lived");
    var issued = stale ? Instant.EPOCH : Instant.now();
    return new JsonObject()
        .put("access_token", GoogleTokens.issue(issued, ++serial))
        .put("expires_in", GoogleTokens.LIFETIME_SECONDS)
        .put("scope", "https://www.googleapis.com/auth/gmail.modify")
        .put("token_type", "Bearer");
  }

  private static void refuse(Exchange exchange, int status, String error, String description) {
    exchange.answer(
        status, new JsonObject().put("error", error).put("error_description", description));
  }
}

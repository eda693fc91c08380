package recruitflow.platform.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.RestDoor;
import recruitflow.platform.settings.Settings;

/** Headers that every answer carries, the host check, and the way from http to https. */
final class Hardening implements Handler<RoutingContext> {

  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; "
          + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final List<String> allowedHosts;
  private final boolean sslRedirect;
  private final String hsts;

  Hardening(Settings settings) {
    this.allowedHosts = settings.http().allowedHosts();
    this.sslRedirect = settings.security().sslRedirect();
    this.hsts = settings.security().hsts();
  }

  @Override
  public void handle(RoutingContext request) {
    var http = request.request();
    var host = http.authority() == null ? "" : http.authority().host();
    if (!allowedHosts.isEmpty() && !allowedHosts.contains(host)) {
      RestDoor.fail(request, Failure.badRequest("This host name is not served here."));
      return;
    }
    if (sslRedirect && !http.isSSL() && !"https".equals(http.getHeader("X-Forwarded-Proto"))) {
      request
          .response()
          .setStatusCode(308)
          .putHeader("Location", "https://" + http.authority() + http.uri())
          .end();
      return;
    }
    var headers = request.response().headers();
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    if (!hsts.isEmpty()) headers.set("Strict-Transport-Security", hsts);
    request.next();
  }
}

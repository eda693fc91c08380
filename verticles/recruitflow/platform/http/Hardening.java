package recruitflow.platform.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.RestDoor;
import recruitflow.platform.settings.Settings;

/** Headers that every answer carries, the host check, and the way from http to https. */
final class Hardening implements Handler<RoutingContext> {

  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; "
          + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final Hosts hosts;
  private final boolean sslRedirect;
  private final String hsts;

  Hardening(Settings settings, Hosts hosts) {
    this.hosts = hosts;
    this.sslRedirect = settings.security().sslRedirect();
    this.hsts = settings.security().hsts();
  }

  @Override
  public void handle(RoutingContext request) {
    if (isHealthCheck(request)) {
      secured(request);
      return;
    }
    var http = request.request();
    if (!hosts.serves(http.authority())) {
      HangUp.ifStillSending(request);
      RestDoor.fail(request, Failure.badRequest("This host name is not served here."));
      return;
    }
    if (sslRedirect && !http.isSSL() && !"https".equals(http.getHeader("X-Forwarded-Proto"))) {
      toHttps(request);
      return;
    }
    secured(request);
  }

  /** The machine asks itself whether we are well, by whatever names others know us. */
  private static boolean isHealthCheck(RoutingContext request) {
    return request.normalizedPath().startsWith("/health/")
        && Hosts.isThisMachine(request.request().authority());
  }

  /** Only to a name that is said to be ours: the host of a request may be anybody's. */
  private void toHttps(RoutingContext request) {
    var http = request.request();
    HangUp.ifStillSending(request);
    if (!hosts.isNamed(http.authority())) {
      RestDoor.fail(request, Failure.badRequest("Please use https."));
      return;
    }
    var query = http.query() == null ? "" : "?" + http.query();
    var asked = request.normalizedPath() + query;
    request
        .response()
        .setStatusCode(308)
        .putHeader("Location", "https://" + http.authority().host() + asked)
        .end();
  }

  private void secured(RoutingContext request) {
    var headers = request.response().headers();
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    if (!hsts.isEmpty()) headers.set("Strict-Transport-Security", hsts);
    request.next();
  }
}

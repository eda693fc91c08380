package recruitflow.platform.operations.audit;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Set;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.settings.TrustedProxies;

/**
 * Notes the requests that reached no operation: logins, uploads, downloads, and whatever was
 * refused before. Operations are noted where they are called.
 */
public final class RequestAudit implements Handler<RoutingContext> {

  private static final String CALLER = "audit.caller";
  private static final String ACTION = "audit.action";
  private static final String WHO = "audit.who";
  private static final String DONE = "audit.done";
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

  private final Audit audit;
  private final TrustedProxies proxies;

  public RequestAudit(Audit audit, TrustedProxies proxies) {
    this.audit = audit;
    this.proxies = proxies;
  }

  /** Who it turned out to be. */
  public static void caller(RoutingContext request, Caller caller) {
    request.put(CALLER, caller);
  }

  /** What it is called, and who says to be asking. */
  public static void named(RoutingContext request, String action, String who) {
    request.put(ACTION, action).put(WHO, who);
  }

  /** An operation notes it from here on. */
  public static void left(RoutingContext request) {
    request.put(DONE, true);
  }

  @Override
  public void handle(RoutingContext request) {
    request.addEndHandler(ended -> note(request));
    request.next();
  }

  private void note(RoutingContext request) {
    if (request.get(DONE) != null || !matters(request)) return;
    var http = request.request();
    var caller = request.<Caller>get(CALLER);
    var action = request.<String>get(ACTION);
    audit.note(
        action == null ? http.method() + " " + shape(http.path()) : action,
        caller == null ? 0 : caller.userId(),
        request.get(WHO),
        http.path(),
        proxies.client(http.remoteAddress(), http.headers()),
        word(request.response().getStatusCode()));
  }

  private static boolean matters(RoutingContext request) {
    var status = request.response().getStatusCode();
    var path = String.valueOf(request.request().path());
    if (path.equals("/api/auth/refresh")) return status != 200 && hasCookie(request);
    if (REFUSALS.contains(status)) return true;
    if (!path.startsWith("/api/")) return false;
    var download = request.response().headers().get("Content-Disposition") != null;
    return status >= 400 || download || request.request().method() != HttpMethod.GET;
  }

  /** Everybody who opens the login page asks for a renewal; without a cookie it is nothing. */
  private static boolean hasCookie(RoutingContext request) {
    return request.request().cookieCount() > 0;
  }

  /** The same for every id, so that one can ask for all of a kind. */
  private static String shape(String path) {
    var shape = String.valueOf(path).replaceAll("/[0-9]+(?=/|$)", "/{id}");
    return shape.substring(0, Math.min(100, shape.length()));
  }

  private static String word(int status) {
    if (status < 400) return "ok";
    return Arrays.stream(Failure.Kind.values())
        .filter(kind -> kind.status() == status)
        .findFirst()
        .map(Failure.Kind::word)
        .orElse(String.valueOf(status));
  }
}

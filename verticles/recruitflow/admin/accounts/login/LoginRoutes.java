package recruitflow.admin.accounts.login;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import recruitflow.platform.Bus;
import recruitflow.platform.House;
import recruitflow.platform.http.BodyDeadline;
import recruitflow.platform.http.Hosts;
import recruitflow.platform.http.bodies.Bodies;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.RestDoor;
import recruitflow.platform.operations.audit.RequestAudit;

/** Login, refresh and logout: routes of their own because they set a cookie. */
public final class LoginRoutes {

  private static final String COOKIE = "rf_refresh";

  /** Tells a browser again from which somebody has logged in; it opens nothing. */
  private static final String BROWSER = "rf_browser";

  private static final Duration BROWSER_AGE = Duration.ofDays(180);
  private static final String PATH = "/api/auth";
  private static final int LONGEST_TEXT = 300;
  private static final int LONGEST_CODE = 40;
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private final House house;
  private final Hosts hosts;

  public LoginRoutes(House house) {
    this.house = house;
    var http = house.settings().http();
    this.hosts = new Hosts(http.allowedHosts(), http.trustedOrigins());
  }

  /** Adds the three routes. */
  public void mount(Router router) {
    for (var path : new String[] {"login", "refresh", "logout"})
      router.post(PATH + "/" + path).handler(this::fromOurPages);
    router.post(PATH + "/login").handler(this::readLogin);
    router.post(PATH + "/refresh").handler(this::refresh);
    router.post(PATH + "/logout").handler(this::logout);
  }

  /** What takes or gives a cookie is not called by the pages of others. */
  private void fromOurPages(RoutingContext request) {
    BodyDeadline.of(request, LIMIT);
    var http = request.request();
    if (hosts.isOurs(http.getHeader("Origin"), http.authority())) request.next();
    else RestDoor.refuse(request, Failure.forbidden("Pages of other sites may not log in here."));
  }

  private void readLogin(RoutingContext request) {
    house
        .bodies()
        .readJson(request, new Bodies.Limits(Bodies.LARGEST_OF_STRANGERS, LIMIT, false))
        .map(body -> credentials(RestDoor.object(body)))
        .onSuccess(body -> login(request, body))
        .onFailure(e -> RestDoor.refuse(request, e));
  }

  private void login(RoutingContext request, JsonObject body) {
    var http = request.request();
    var known = http.getCookie(BROWSER);
    var browser =
        known == null || !Tokens.isLike(known.getValue()) ? Tokens.fresh() : known.getValue();
    var proxies = house.settings().http().proxies();
    RequestAudit.named(request, "auth.login", body.getString("email"));
    body.put("address", proxies.client(http.remoteAddress(), http.headers()));
    Bus.ask(house.vertx(), "accounts.login", body.put("browser", browser), LIMIT)
        .onSuccess(
            session -> {
              setCookie(request, BROWSER, browser, BROWSER_AGE);
              answer(request, session);
            })
        .onFailure(e -> RestDoor.fail(request, e));
  }

  private static JsonObject credentials(JsonObject body) {
    var wrong = new LinkedHashMap<String, String>();
    for (var field : new String[] {"email", "password"})
      if (!(body.getValue(field) instanceof String text)
          || text.isBlank()
          || text.length() > LONGEST_TEXT
          || text.chars().anyMatch(c -> c < ' ')) wrong.put(field, "is needed");
    var code = body.getValue("code");
    if (code != null && !(code instanceof String text && text.length() <= LONGEST_CODE))
      wrong.put("code", "is not right");
    if (!wrong.isEmpty()) throw Failure.invalid(wrong);
    return new JsonObject()
        .put("email", body.getString("email"))
        .put("password", body.getString("password"))
        .put("code", code);
  }

  private void refresh(RoutingContext request) {
    var cookie = request.request().getCookie(COOKIE);
    if (cookie == null) {
      RestDoor.fail(request, Failure.unauthorized("Please log in."));
      return;
    }
    Bus.ask(house.vertx(), "accounts.refresh", token(cookie), LIMIT)
        .onSuccess(session -> answer(request, session))
        .onFailure(e -> RestDoor.fail(request, e));
  }

  private void logout(RoutingContext request) {
    var cookie = request.request().getCookie(COOKIE);
    RequestAudit.named(request, "auth.logout", null);
    setCookie(request, COOKIE, "", Duration.ZERO);
    if (cookie == null) {
      RestDoor.answer(request, 200, new JsonObject());
      return;
    }
    Bus.ask(house.vertx(), "accounts.logout", token(cookie), LIMIT)
        .onSuccess(done -> RestDoor.answer(request, 200, done))
        .onFailure(e -> RestDoor.fail(request, e));
  }

  private static JsonObject token(Cookie cookie) {
    return new JsonObject().put("refreshToken", cookie.getValue());
  }

  private void answer(RoutingContext request, JsonObject session) {
    var token = (String) session.remove("refreshToken");
    setCookie(request, COOKIE, token, house.settings().security().refreshToken());
    RestDoor.answer(request, 200, session);
  }

  private void setCookie(RoutingContext request, String name, String value, Duration age) {
    request
        .response()
        .addCookie(
            Cookie.cookie(name, value)
                .setPath(PATH)
                .setHttpOnly(true)
                .setSecure(house.settings().security().secureCookie())
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(age.toSeconds()));
  }
}

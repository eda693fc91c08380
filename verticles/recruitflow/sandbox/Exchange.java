package recruitflow.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import recruitflow.sandbox.faults.Fault;

/**
 * One request to a stand-in and its answer. The answer passes through here so that it can be
 * spoiled after the provider acted, and is entered in the ledger either way.
 */
public final class Exchange {
  private static final String KEY = Exchange.class.getName();
  private static final String PREFIX = KEY + ".prefix";

  private final RoutingContext context;
  private final Ledger ledger;
  private final String provider;
  private final Fault fault;
  private JsonObject fields = new JsonObject();

  private Exchange(RoutingContext context, Ledger ledger, String provider, Fault fault) {
    this.context = context;
    this.ledger = ledger;
    this.provider = provider;
    this.fault = fault;
  }

  /** The exchange that belongs to this request. */
  public static Exchange of(RoutingContext context) {
    return context.get(KEY);
  }

  /** Plays what comes before the provider acts, then hands the request on or ends it here. */
  static void begin(RoutingContext context, Sandbox sandbox, String provider) {
    var path = pathWithin(context);
    var method = context.request().method().name();
    var fault = sandbox.faults().onRequest(provider, method, path).orElse(null);
    var exchange = new Exchange(context, sandbox.ledger(), provider, fault);
    context.put(KEY, exchange);
    if (fault == null) {
      context.next();
    } else if (fault.kind().equals("latency")) {
      sandbox.vertx().setTimer(Math.max(1, fault.millis()), _ -> context.next());
    } else if (fault.acting()) {
      context.next();
    } else {
      exchange.spoil(fault, 0, Map.of(), Buffer.buffer(), false);
    }
  }

  /** The provider is reached below this path, not at its own root. */
  static void under(RoutingContext context, String prefix) {
    context.put(PREFIX, prefix).next();
  }

  /** What stands before the provider's own paths here; empty at its own root. */
  private static String prefix(RoutingContext context) {
    return context.<String>get(PREFIX, "");
  }

  private static String pathWithin(RoutingContext context) {
    return context.request().path().substring(prefix(context).length());
  }

  /** The address under which the provider was reached, without a slash at its end. */
  public String root() {
    return "http://" + context.request().authority() + prefix(context);
  }

  public RoutingContext context() {
    return context;
  }

  /** Keeps for the ledger what identifies this request; never whole texts. */
  public Exchange note(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  public void answer(int status, JsonObject body) {
    answer(status, Map.of("content-type", "application/json"), body.toBuffer());
  }

  public void answer(int status, Map<String, String> headers, Buffer body) {
    if (fault == null || fault.kind().equals("latency")) {
      write(status, headers).end(body);
      enter(status, true);
    } else {
      spoil(fault, status, headers, body, true);
    }
  }

  private void spoil(
      Fault fault, int status, Map<String, String> headers, Buffer body, boolean acted) {
    switch (fault.kind()) {
      case "status" -> {
        write(fault.status(), fault.headers())
            .putHeader("content-type", fault.contentType())
            .end(fault.body());
        enter(fault.status(), acted);
      }
      case "wrong_body" -> {
        write(200, Map.of("content-type", fault.contentType())).end(fault.body());
        enter(200, acted);
      }
      case "hang" -> enter(null, acted);
      case "drop" -> {
        context.request().connection().close();
        enter(null, acted);
      }
      case "hang_in_body" -> {
        promise(status, headers, body).write(half(body));
        enter(status, acted);
      }
      case "cut_body" -> {
        promise(status, headers, body)
            .write(half(body))
            .onComplete(_ -> context.request().connection().close());
        enter(status, acted);
      }
      case "trickle" -> {
        trickle(promise(status, headers, body), body, 0);
        enter(status, acted);
      }
      default -> throw new IllegalStateException("not a fault of requests: " + fault.kind());
    }
  }

  private void trickle(HttpServerResponse response, Buffer body, int from) {
    if (response.closed()) return;
    if (from == body.length()) {
      response.end();
      return;
    }
    response.write(body.slice(from, from + 1));
    Vertx.currentContext()
        .owner()
        .setTimer(Math.max(1, fault.millis()), _ -> trickle(response, body, from + 1));
  }

  private HttpServerResponse promise(int status, Map<String, String> headers, Buffer body) {
    return write(status, headers).putHeader("content-length", "" + body.length());
  }

  private static Buffer half(Buffer body) {
    return body.slice(0, body.length() / 2);
  }

  private HttpServerResponse write(int status, Map<String, String> headers) {
    var response = context.response().setStatusCode(status);
    headers.forEach(response::putHeader);
    return response;
  }

  private void enter(Integer status, boolean acted) {
    ledger.add(
        "asked",
        provider,
        context.request().method().name(),
        pathWithin(context),
        status,
        acted,
        fault == null ? null : fault.kind(),
        fields);
  }
}

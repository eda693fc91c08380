package recruitflow.sandbox.whapi;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import recruitflow.sandbox.forms.Form;

/** Refuses the first thing in a request that Whapi does not take. */
final class WhapiForms {
  private static final Map<String, Form> FORMS = Form.of("whapi");

  private WhapiForms() {}

  /** The body of a request; in JSON or as a form of the web. */
  static JsonObject body(RoutingContext context, String name) {
    var form = FORMS.get(name);
    var body = body(context, form);
    for (var misfit : form.misfits(body)) throw WhapiFailure.parameters(misfit.path());
    return (JsonObject) body;
  }

  private static Object body(RoutingContext context, Form form) {
    var type = context.request().getHeader("content-type");
    if (type != null && type.startsWith("multipart/form-data"))
      return form.read(context.request().formAttributes());
    return json(context);
  }

  private static Object json(RoutingContext context) {
    var type = context.request().getHeader("content-type");
    if (type != null && !type.startsWith("application/json"))
      throw new WhapiFailure(415, "Unsupported media type", type);
    try {
      var body = context.body().buffer();
      if (body == null || body.length() == 0) throw WhapiFailure.parameters("body");
      return Json.decodeValue(body);
    } catch (DecodeException _) {
      throw WhapiFailure.parameters("not JSON");
    }
  }

  /** The parameters of a query with their types. */
  static JsonObject query(RoutingContext context, String name) {
    var query = FORMS.get(name).read(context.queryParams());
    for (var misfit : FORMS.get(name).misfits(query)) throw WhapiFailure.parameters(misfit.path());
    return query;
  }

  /** A change of the settings, as a request says it. */
  static JsonObject settings(RoutingContext context) {
    var change = json(context);
    settings(change);
    return (JsonObject) change;
  }

  static void settings(Object change) {
    for (var misfit : FORMS.get("settings").misfits(change))
      throw WhapiFailure.settings(misfit.path());
  }
}

package recruitflow.sandbox.google.gmail;

import io.vertx.core.MultiMap;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import recruitflow.sandbox.forms.Form;
import recruitflow.sandbox.forms.Misfit;
import recruitflow.sandbox.google.mailbox.GmailFailure;

/** Refuses parameters and fields that a call does not have, in Google's words. */
final class GmailForms {
  private static final Map<String, Form> FORMS = Form.of("gmail");
  private static final Form ANY_QUERY = FORMS.get("any_query");

  /**
   * What one call takes.
   *
   * @param body null if it has none
   * @param bodyField where the body stands in Google's own request, as its refusals name it
   */
  private record Taken(String query, String body, String bodyField) {}

  private static final Taken NOTHING = new Taken("no_query", null, "");
  private static final Map<String, Taken> CALLS =
      Map.ofEntries(
          Map.entry("GET messages 1", new Taken("list_query", null, "")),
          Map.entry("GET messages 2", new Taken("message_query", null, "")),
          Map.entry("POST messages send", new Taken("no_query", "message", "message")),
          Map.entry("POST messages batchModify", new Taken("no_query", "batch_modify", "")),
          Map.entry("POST messages modify", new Taken("no_query", "modify", "")),
          Map.entry("POST messages trash", new Taken("no_query", "empty", "")),
          Map.entry("POST messages untrash", new Taken("no_query", "empty", "")),
          Map.entry("GET threads 1", new Taken("list_query", null, "")),
          Map.entry("GET threads 2", new Taken("thread_query", null, "")),
          Map.entry("POST threads modify", new Taken("no_query", "modify", "")),
          Map.entry("POST labels labels", new Taken("no_query", "label", "label")),
          Map.entry("GET history 1", new Taken("history_query", null, "")));

  private GmailForms() {}

  /** Refuses the first thing that does not fit. */
  static void check(GmailCall call) {
    var steps = call.steps();
    var last = call.method().equals("GET") ? "" + steps.size() : steps.getLast();
    var key = call.method() + " " + steps.getFirst() + " " + last;
    var taken = CALLS.getOrDefault(key, NOTHING);
    query(call.query(), FORMS.get(taken.query()));
    if (taken.body() != null && !call.upload()) body(call.json(), taken.body(), taken.bodyField());
  }

  /** Refuses a body, wherever it came from. */
  static void body(JsonObject body, String form, String field) {
    refuse(FORMS.get(form).misfits(body), field, "Cannot find field.");
  }

  private static void query(MultiMap query, Form own) {
    var ofAny = MultiMap.caseInsensitiveMultiMap();
    var ofThis = MultiMap.caseInsensitiveMultiMap();
    for (var name : query.names())
      (ANY_QUERY.knows(name) ? ofAny : ofThis).add(name, query.getAll(name));
    refuse(ANY_QUERY.misfits(ANY_QUERY.read(ofAny)), "", "");
    for (var misfit : own.misfits(own.read(ofThis))) {
      var name = misfit.field();
      var why =
          "Cannot bind query parameter. Field '"
              + name
              + "' could not be found in request message.";
      refuse(List.of(misfit), "", why);
    }
  }

  private static void refuse(List<Misfit> misfits, String field, String whyUnknown) {
    if (misfits.isEmpty()) return;
    var misfit = misfits.getFirst();
    throw GmailFailure.invalid(
        switch (misfit.rule()) {
          case "additionalProperties" -> unknown(misfit, field, whyUnknown);
          case "minimum", "maximum" ->
              "Invalid value '%s'. Values must be within the range: [0, 500]"
                  .formatted(misfit.given());
          default ->
              "Invalid value at '%s' (TYPE_%s), %s"
                  .formatted(
                      place(misfit.place(), field), type(misfit), Json.encode(misfit.given()));
        });
  }

  private static String unknown(Misfit misfit, String field, String why) {
    var around = place(misfit.place().subList(0, misfit.place().size() - 1), field);
    var at = around.isEmpty() ? "" : " at '" + around + "'";
    return "Invalid JSON payload received. Unknown name \""
        + misfit.field()
        + "\""
        + at
        + ": "
        + why;
  }

  /** Google's own names have underscores. */
  private static String place(List<Object> place, String field) {
    var inner =
        place.stream()
            .map(step -> step instanceof Integer index ? "[" + index + "]" : snake("" + step))
            .collect(Collectors.joining("."));
    if (field.isEmpty() || inner.isEmpty()) return field + inner;
    return field + "." + inner;
  }

  private static String snake(String camel) {
    return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static String type(Misfit misfit) {
    if (misfit.rule().equals("enum")) return "ENUM";
    var type = misfit.limit() instanceof JsonArray several ? several.getString(0) : misfit.limit();
    return switch (type.toString()) {
      case "integer" -> "UINT32";
      case "boolean" -> "BOOL";
      case "string" -> "STRING";
      default -> "MESSAGE";
    };
  }
}

package recruitflow.screening.calls.voice;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.TreeSet;
import recruitflow.domain.screening.calls.Overrides;
import recruitflow.platform.providers.ProviderFailure;

/**
 * Why ElevenLabs would not call, in words for the recruiter.
 *
 * @param recipients places in the list of the recipients that it objects to; empty when it objects
 *     to the whole
 * @param concernsNumber whether a number is what it objects to
 * @param concernsAccount whether it is our key or our money, so that anybody would be refused
 */
public record Refusal(
    String words,
    Set<Integer> recipients,
    boolean concernsNumber,
    boolean concernsAccount,
    boolean forbidsOverrides) {
  private static final int LONGEST = 400;
  private static final Set<Integer> ABOUT_CONTENT = Set.of(400, 422);
  private static final Set<Integer> ABOUT_ACCOUNT = Set.of(401, 402, 403);

  /** {@code detail} is an object, a list of field errors or a text; all three occur. */
  public static Refusal of(ProviderFailure.Refused failure) {
    var places = new TreeSet<Integer>();
    var words = words(failure, places);
    var forbidden = Overrides.areForbidden(words);
    var hint = forbidden ? " (" + Overrides.HINT + ")" : "";
    return new Refusal(
        "ElevenLabs refused (" + failure.status() + "): " + shortened(words) + hint,
        places,
        words.contains("phone_number") && ABOUT_CONTENT.contains(failure.status()),
        ABOUT_ACCOUNT.contains(failure.status()),
        forbidden);
  }

  private static String words(ProviderFailure.Refused failure, Set<Integer> places) {
    try {
      var answer = new JsonObject(failure.body());
      return switch (answer.getValue("detail")) {
        case JsonObject detail -> message(detail);
        case JsonArray errors -> fieldErrors(errors, places);
        case String text -> text;
        case null, default -> message(answer);
      };
    } catch (DecodeException | ClassCastException | NullPointerException e) {
      return "no reason given";
    }
  }

  private static String message(JsonObject detail) {
    return detail.getValue("message") instanceof String text ? text : "no reason given";
  }

  private static String fieldErrors(JsonArray errors, Set<Integer> places) {
    var words = new StringBuilder();
    for (var each : errors) {
      if (!(each instanceof JsonObject error)) continue;
      var loc = error.getValue("loc") instanceof JsonArray path ? path : new JsonArray();
      var at = loc.getList().indexOf("recipients") + 1;
      if (at > 0 && at < loc.size() && loc.getValue(at) instanceof Integer place) places.add(place);
      if (!words.isEmpty()) words.append("; ");
      words.append(error.getValue("msg")).append(" at ").append(loc.getList());
    }
    return words.toString();
  }

  private static String shortened(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
  }
}

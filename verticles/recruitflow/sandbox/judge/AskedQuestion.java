package recruitflow.sandbox.judge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a request to the model says, in so far as it can be read from its text.
 *
 * @param system instructions
 * @param user all texts of the user's messages
 * @param schema what the answer must fit, or null
 */
public record AskedQuestion(String system, String user, JsonObject schema) {
  private static final Pattern ISO =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d)?(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)");
  private static final Pattern SPOKEN =
      Pattern.compile("(\\d{1,2} [A-Z][a-z]+ \\d{4}),? (?:at )?(\\d\\d:\\d\\d)");
  private static final Pattern LOCAL = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d)");
  private static final Pattern ZONE =
      Pattern.compile("\\b(?:Europe|America|Asia|Africa)/[A-Z]\\w+");
  private static final Pattern OFFSET = Pattern.compile("(?<!\\d)[+-]\\d\\d:\\d\\d\\b");
  private static final Pattern KEYED =
      Pattern.compile(
          "(?m)^\\s*(?:[-*]|\\d+[.)])?\\s*[\\[\"`]?([\\p{L}\\p{N}][\\p{L}\\p{N}_]{0,63})[\\]\"`]?\\s*[:=]\\s+(\\S.*)$");

  /** Parts of the answer, explained in the same form as criteria. */
  private static final Set<String> ANSWER =
      Set.of(
          "outcome",
          "qualified",
          "score",
          "reasoning",
          "callback_requested",
          "callback_notes",
          "callback_at",
          "needs_human",
          "needs_human_notes",
          "criteria");

  /** Reads a request body that was found in order. */
  public static AskedQuestion of(JsonObject request, JsonObject schema) {
    var user = new StringBuilder();
    for (var each : request.getJsonArray("messages")) {
      var message = (JsonObject) each;
      if (!message.getString("role").equals("assistant"))
        user.append(text(message.getValue("content"))).append('\n');
    }
    return new AskedQuestion(text(request.getValue("system")), user.toString(), schema);
  }

  private static String text(Object content) {
    if (content instanceof String text) return text;
    if (!(content instanceof JsonArray blocks)) return "";
    var joined = new StringBuilder();
    for (var each : blocks) joined.append(((JsonObject) each).getString("text", "")).append('\n');
    return joined.toString();
  }

  String all() {
    return system + "\n" + user;
  }

  AskedConversation conversation() {
    return AskedConversation.in(user);
  }

  /** The time it says it is, in the zone it names; empty when it does not say. */
  Optional<ZonedDateTime> now() {
    var text = all();
    var zone = ZONE.matcher(text);
    var place = zone.find() ? zoneOf(zone.group()) : Optional.<ZoneId>empty();
    var iso = ISO.matcher(text);
    if (iso.find()) {
      var at = OffsetDateTime.parse(iso.group());
      return Optional.of(place.map(at::atZoneSameInstant).orElseGet(at::toZonedDateTime));
    }
    return local(text).map(at -> at.atZone(place.orElseGet(() -> offset(text))));
  }

  private static Optional<ZoneId> zoneOf(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static ZoneId offset(String text) {
    var offset = OFFSET.matcher(text);
    return offset.find() ? ZoneOffset.of(offset.group()) : ZoneOffset.UTC;
  }

  private static Optional<LocalDateTime> local(String text) {
    try {
      var spoken = SPOKEN.matcher(text);
      if (spoken.find())
        return Optional.of(
            LocalDateTime.parse(
                spoken.group(1) + " " + spoken.group(2),
                DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", Locale.ENGLISH)));
      var plain = LOCAL.matcher(text);
      if (plain.find())
        return Optional.of(LocalDateTime.parse(plain.group(1) + "T" + plain.group(2)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The criteria by key: those the schema lists, else those written as "key: text" lines. */
  Map<String, String> criteria() {
    var written = new LinkedHashMap<String, String>();
    var listing = system.isBlank() ? user : system;
    var start = listing.toLowerCase(Locale.ROOT).indexOf("criteria");
    var match = KEYED.matcher(start < 0 ? "" : listing.substring(start));
    while (match.find())
      if (!ANSWER.contains(match.group(1))) written.putIfAbsent(match.group(1), match.group(2));
    var keys = listedKeys();
    if (keys.isEmpty()) return written;
    var criteria = new LinkedHashMap<String, String>();
    for (var each : keys) {
      var key = each.toString();
      criteria.put(key, written.getOrDefault(key, key));
    }
    return criteria;
  }

  private JsonArray listedKeys() {
    if (schema == null) return new JsonArray();
    var items = inner(inner(inner(inner(schema, "properties"), "criteria"), "items"), "properties");
    return inner(items, "key").getJsonArray("enum", new JsonArray());
  }

  private static JsonObject inner(JsonObject in, String name) {
    return in.getValue(name) instanceof JsonObject object ? object : new JsonObject();
  }
}

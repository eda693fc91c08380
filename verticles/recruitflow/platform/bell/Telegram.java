package recruitflow.platform.bell;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Signals on their way to another node, as the payload of one {@code NOTIFY}: {@code {from, rings:
 * [kind…], changes: {kind: [id…]}}}.
 */
record Telegram(String from, List<Signal> signals) {

  /** PostgreSQL takes less than 8000 bytes; the frame around the signals needs some of them. */
  private static final int MOST_BYTES = 7_800;

  /** All of them, in as many payloads as it takes. */
  static List<String> encode(String from, Collection<Signal> signals) {
    var payloads = new ArrayList<String>();
    var rings = new JsonArray();
    var changes = new JsonObject();
    var bytes = 0;
    for (var signal : signals) {
      var more = size(signal, changes);
      if (bytes + more > MOST_BYTES) {
        payloads.add(payload(from, rings, changes));
        rings = new JsonArray();
        changes = new JsonObject();
        bytes = 0;
        more = size(signal, changes);
      }
      bytes += more;
      switch (signal) {
        case Signal.Ring(var kind) -> rings.add(kind);
        case Signal.Change(var kind, var id) -> idsOf(changes, kind).add(id);
      }
    }
    if (bytes > 0) payloads.add(payload(from, rings, changes));
    return payloads;
  }

  private static JsonArray idsOf(JsonObject changes, String kind) {
    if (!changes.containsKey(kind)) changes.put(kind, new JsonArray());
    return changes.getJsonArray(kind);
  }

  private static String payload(String from, JsonArray rings, JsonObject changes) {
    return new JsonObject().put("from", from).put("rings", rings).put("changes", changes).encode();
  }

  private static int size(Signal signal, JsonObject changes) {
    return switch (signal) {
      case Signal.Ring(var kind) -> size(kind);
      case Signal.Change(var kind, var id) when changes.containsKey(kind) -> size(id);
      case Signal.Change(var kind, var id) -> size(kind) + size(id) + "[],".length();
    };
  }

  /** In quotes, with a separator. */
  private static int size(String text) {
    return Json.encode(text).getBytes(StandardCharsets.UTF_8).length + 1;
  }

  static Telegram decode(String payload) {
    var json = new JsonObject(payload);
    var signals = new ArrayList<Signal>();
    for (var kind : json.getJsonArray("rings")) signals.add(new Signal.Ring((String) kind));
    for (var change : json.getJsonObject("changes"))
      for (var id : (JsonArray) change.getValue())
        signals.add(new Signal.Change(change.getKey(), (String) id));
    return new Telegram(json.getString("from"), List.copyOf(signals));
  }
}

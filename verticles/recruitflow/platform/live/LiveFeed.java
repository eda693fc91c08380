package recruitflow.platform.live;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import recruitflow.platform.bell.Bell;

/**
 * The live events that one browser follows. Events within a tenth of a second are told together, so
 * that an import of thousands is a few messages.
 */
public final class LiveFeed {

  private static final long GATHER_MILLIS = 100;

  private final Vertx vertx;
  private final Consumer<JsonObject> tell;
  private final MessageConsumer<JsonObject> events;
  private final Set<String> followed = ConcurrentHashMap.newKeySet();
  private Map<String, Set<String>> gathered = new LinkedHashMap<>();

  /** Must be made and used on one context: that of its socket. */
  public LiveFeed(Vertx vertx, Consumer<JsonObject> tell) {
    this.vertx = vertx;
    this.tell = tell;
    this.events = vertx.eventBus().localConsumer(Bell.LIVE, message -> gather(message.body()));
  }

  /** Also tell of these kinds. */
  public void follow(List<String> kinds) {
    followed.addAll(kinds);
  }

  /** No longer tell of these kinds. */
  public void leave(List<String> kinds) {
    kinds.forEach(followed::remove);
  }

  /** The browser is gone. */
  public void end() {
    events.unregister();
  }

  private void gather(JsonObject event) {
    var kind = event.getString("kind");
    if (kind.equals(Bell.EVERYTHING)) followed.forEach(each -> tell(each, List.of()));
    if (!followed.contains(kind)) return;
    if (gathered.isEmpty()) vertx.setTimer(GATHER_MILLIS, timer -> flush());
    var ids = gathered.computeIfAbsent(kind, k -> new LinkedHashSet<>());
    event.getJsonArray("ids").forEach(id -> ids.add(String.valueOf(id)));
  }

  private void flush() {
    var told = gathered;
    gathered = new LinkedHashMap<>();
    told.forEach((kind, ids) -> tell(kind, List.copyOf(ids)));
  }

  /** Without ids anything of the kind may have changed. */
  private void tell(String kind, List<String> ids) {
    tell.accept(new JsonObject().put("kind", kind).put("ids", new JsonArray(ids)));
  }
}

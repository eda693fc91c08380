package recruitflow.platform.bell;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells this node at once, on its bus, and the others through {@link BellLine}. It is rung after
 * the commit, never in it: {@code NOTIFY} takes a lock for which commits would wait one by one.
 */
public final class Bell {

  /** Where browsers' feeds listen: {@code {kind, ids}}; no ids means all of the kind. */
  public static final String LIVE = "live";

  /** A kind of change that stands for all kinds: nobody knows what was missed. */
  public static final String EVERYTHING = "*";

  private final Vertx vertx;
  private volatile Consumer<Collection<? extends Signal>> others = signals -> {};

  public Bell(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Where the workers of a kind listen. */
  public static String ring(String taskKind) {
    return "tasks.ring." + taskKind;
  }

  /** What these signals announce is committed: wakes workers and browsers of all nodes. */
  public void tell(Collection<? extends Signal> signals) {
    if (signals.isEmpty()) return;
    tellHere(signals);
    others.accept(signals);
  }

  /** The same on this node only. */
  void tellHere(Collection<? extends Signal> signals) {
    var changes = new LinkedHashMap<String, JsonArray>();
    for (var signal : signals)
      switch (signal) {
        case Signal.Ring(var kind) -> vertx.eventBus().publish(ring(kind), new JsonObject());
        case Signal.Change(var kind, var id) ->
            changes.computeIfAbsent(kind, k -> new JsonArray()).add(id);
      }
    changes.forEach(this::changed);
  }

  /** Changes of other nodes may have been missed. */
  void tellMissed() {
    changed(EVERYTHING, new JsonArray());
  }

  private void changed(String kind, JsonArray ids) {
    vertx.eventBus().publish(LIVE, new JsonObject(Map.of("kind", kind, "ids", ids)));
  }

  /** From now on the other nodes are told by this. */
  void tellOthersBy(Consumer<Collection<? extends Signal>> line) {
    others = line;
  }
}

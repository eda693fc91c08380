package recruitflow.sandbox.anthropic;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The models of November 2026 and what sets them apart. Retired ones are unknown. */
final class AnthropicModels {

  /**
   * One model.
   *
   * @param prefill whether the last message may be the beginning of the answer
   * @param sampling whether temperature and its like are taken, on the old API version
   * @param thinks whether it thinks unless told otherwise
   */
  record Model(String id, String name, boolean prefill, boolean sampling, boolean thinks) {

    JsonObject toJson() {
      return new JsonObject()
          .put("type", "model")
          .put("id", id)
          .put("display_name", name)
          .put("created_at", "2026-01-01T00:00:00Z");
    }
  }

  private static final List<Model> ALL =
      List.of(
          thinking("claude-fable-5-2", "Claude Fable 5.2"),
          thinking("claude-mythos-5-2", "Claude Mythos 5.2"),
          thinking("claude-haiku-5-5", "Claude Haiku 5.5"),
          thinking("claude-sonnet-5-5", "Claude Sonnet 5.5"),
          thinking("claude-opus-5-5", "Claude Opus 5.5"),
          strict("claude-fable-5-1", "Claude Fable 5.1"),
          strict("claude-mythos-5-1", "Claude Mythos 5.1"),
          strict("claude-sonnet-5", "Claude Sonnet 5"),
          strict("claude-fable-5", "Claude Fable 5"),
          strict("claude-mythos-5", "Claude Mythos 5"),
          strict("claude-opus-5", "Claude Opus 5"),
          strict("claude-opus-4-8", "Claude Opus 4.8"),
          strict("claude-opus-4-7", "Claude Opus 4.7"),
          new Model("claude-opus-4-6", "Claude Opus 4.6", false, true, false),
          new Model("claude-sonnet-4-6", "Claude Sonnet 4.6", false, true, false),
          new Model("claude-haiku-4-5-20251001", "Claude Haiku 4.5", true, true, false),
          new Model("claude-opus-4-5", "Claude Opus 4.5", true, true, false),
          new Model("claude-sonnet-4-5", "Claude Sonnet 4.5", true, true, false));

  private AnthropicModels() {}

  private static Model strict(String id, String name) {
    return new Model(id, name, false, false, false);
  }

  private static Model thinking(String id, String name) {
    return new Model(id, name, false, false, true);
  }

  /** A model by its id; the dated one also goes by its short name. */
  static Optional<Model> find(String id) {
    var wanted = "claude-haiku-4-5".equals(id) ? "claude-haiku-4-5-20251001" : id;
    return ALL.stream().filter(model -> model.id().equals(wanted)).findFirst();
  }

  /** A page of the list; a null id is no bound. */
  static JsonObject page(String after, String before, int limit) {
    var from = after == null ? 0 : place(after) + 1;
    var to = before == null ? ALL.size() : place(before);
    var start = before == null ? from : Math.max(from, to - limit);
    var page = ALL.subList(Math.min(start, to), Math.min(to, start + limit));
    var data = new JsonArray(page.stream().map(Model::toJson).toList());
    return new JsonObject()
        .put("data", data)
        .put("has_more", before == null ? start + page.size() < to : start > from)
        .put("first_id", page.isEmpty() ? null : page.getFirst().id())
        .put("last_id", page.isEmpty() ? null : page.getLast().id());
  }

  private static int place(String id) {
    return IntStream.range(0, ALL.size())
        .filter(i -> ALL.get(i).id().equals(id))
        .findFirst()
        .orElseThrow(() -> AnthropicFailure.invalid("unknown model id: " + id));
  }
}

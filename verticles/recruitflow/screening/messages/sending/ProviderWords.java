package recruitflow.screening.messages.sending;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The error that a provider tells as {@code {"error": {"message", "errors": [{"reason"}]}}}. */
record ProviderWords(String message, Set<String> reasons) {

  private static final int SHOWN = 300;

  static ProviderWords of(Buffer body) {
    try {
      var error = new JsonObject(body).getJsonObject("error", new JsonObject());
      return new ProviderWords(shown(error.getString("message", "")), reasons(error));
    } catch (DecodeException | ClassCastException | NullPointerException e) {
      return new ProviderWords("", Set.of());
    }
  }

  private static Set<String> reasons(JsonObject error) {
    var errors = error.getJsonArray("errors");
    var listed =
        errors == null
            ? Stream.<String>empty()
            : errors.stream().map(each -> ((JsonObject) each).getString("reason", ""));
    return Stream.concat(listed, Stream.of(error.getString("status", "")))
        .collect(Collectors.toSet());
  }

  private static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}

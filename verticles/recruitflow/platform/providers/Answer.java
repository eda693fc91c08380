package recruitflow.platform.providers;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** A provider's 2xx answer, whole. */
public record Answer(String provider, int status, MultiMap headers, Buffer body) {

  /**
   * The body as a JSON object.
   *
   * @throws ProviderFailure.Malformed when it is not
   */
  public JsonObject json() {
    try {
      return new JsonObject(body);
    } catch (DecodeException | ClassCastException | NullPointerException e) {
      throw new ProviderFailure.Malformed(provider, "answered " + status + " without JSON");
    }
  }
}

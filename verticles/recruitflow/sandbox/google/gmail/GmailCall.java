package recruitflow.sandbox.google.gmail;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import recruitflow.sandbox.google.mailbox.GmailFailure;

/**
 * One call of the Gmail API, whether it came alone or inside a batch.
 *
 * @param path decoded, from {@code /gmail/v1/} or {@code /upload/gmail/v1/} on
 * @param body unpacked
 */
record GmailCall(
    String method,
    String path,
    MultiMap query,
    String authorization,
    String contentType,
    Buffer body) {

  private static final int USUAL_PAGE = 100;

  /** What Gmail answers; a null body is an empty one. */
  record Answer(int status, JsonObject body) {
    static Answer ok(JsonObject body) {
      return new Answer(200, body);
    }

    static Answer empty() {
      return new Answer(204, null);
    }
  }

  boolean upload() {
    return path.startsWith("/upload/");
  }

  /** The path below the user: messages, an id and so on; empty if it is no path of this API. */
  List<String> steps() {
    var below = (upload() ? path.substring("/upload".length()) : path).split("/");
    var fits = below.length > 5 && path.contains("/gmail/v1/users/");
    return fits ? List.of(below).subList(5, below.length) : List.of();
  }

  /** Whose mailbox is asked for: {@code me} or an address. */
  String user() {
    var below = (upload() ? path.substring("/upload".length()) : path).split("/");
    return below.length > 4 ? below[4] : "";
  }

  /** The body as an object; an absent one is empty, anything else is refused. */
  JsonObject json() {
    try {
      return body.length() == 0 ? new JsonObject() : body.toJsonObject();
    } catch (DecodeException | ClassCastException e) {
      throw GmailFailure.invalid("Invalid JSON payload received. Unable to parse.");
    }
  }

  /** A list of texts in the body, which was found in order; absent is empty. */
  List<String> texts(String field) {
    var list = json().getJsonArray(field);
    return list == null ? List.of() : list.stream().map(Object::toString).toList();
  }

  /** A text in the body, which was found in order, or null. */
  String text(String field) {
    return json().getString(field);
  }

  String parameter(String name, String otherwise) {
    var value = query.get(name);
    return value == null ? otherwise : value;
  }

  /** The part of a list that was asked for, and where the next one begins. */
  <T> Page<T> page(List<T> all) {
    var size = Integer.parseInt(parameter("maxResults", "0"));
    var token = parameter("pageToken", "0");
    var from = token.matches("\\d{1,9}") ? Integer.parseInt(token) : Integer.MAX_VALUE;
    if (from > all.size()) throw GmailFailure.invalid("Invalid pageToken");
    var to = Math.min(all.size(), from + (size == 0 ? USUAL_PAGE : size));
    return new Page<>(all.subList(from, to), to < all.size() ? "" + to : null);
  }

  /** One page; {@code next} is null on the last. */
  record Page<T>(List<T> items, String next) {}
}

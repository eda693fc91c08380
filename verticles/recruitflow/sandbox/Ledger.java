package recruitflow.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What was asked of the providers, in order, and which webhooks they sent: the witness outside the
 * system that lost and doubled effects are counted against. Entries are only ever added.
 */
public final class Ledger {

  /**
   * One request or webhook.
   *
   * @param at real time of arrival
   * @param direction {@code asked} for a request to the provider, {@code webhook} for one it sent,
   *     {@code acted} for what happened to a person
   * @param path without the provider's prefix; for a webhook its URL
   * @param status what was answered, or null if no answer was given
   * @param acted whether the provider did what it was asked before it answered (or did not)
   * @param fault the kind of the fault that was played, or null
   * @param fields what identifies the request, never whole texts
   */
  public record Entry(
      long seq,
      Instant at,
      String direction,
      String provider,
      String method,
      String path,
      Integer status,
      boolean acted,
      String fault,
      JsonObject fields) {

    public JsonObject toJson() {
      return new JsonObject()
          .put("seq", seq)
          .put("at", at.toString())
          .put("direction", direction)
          .put("provider", provider)
          .put("method", method)
          .put("path", path)
          .put("status", status)
          .put("acted", acted)
          .put("fault", fault)
          .put("fields", fields);
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private long lastSeq;
  private AsyncFile file;

  /**
   * Also appends to the file from now on; the directory must exist. The numbers of an earlier run
   * that the file holds go on.
   */
  Future<Void> appendTo(Vertx vertx, Path path) {
    return vertx
        .fileSystem()
        .open(path.toString(), new OpenOptions().setAppend(true).setCreate(true))
        .onSuccess(opened -> file = opened)
        .compose(_ -> vertx.fileSystem().readFile(path.toString()))
        .compose(this::goOnAfter);
  }

  /** A line that a killed run left unfinished is ended, so that the next one stands alone. */
  private Future<Void> goOnAfter(Buffer written) {
    for (var line : written.toString().split("\n"))
      if (line.startsWith("{\"seq\":") && line.endsWith("}"))
        lastSeq = Math.max(lastSeq, new JsonObject(line).getLong("seq"));
    var whole = written.length() == 0 || written.getByte(written.length() - 1) == '\n';
    return whole ? Future.succeededFuture() : file.write(Buffer.buffer("\n"));
  }

  Future<Void> close() {
    return file == null ? Future.succeededFuture() : file.close();
  }

  /** Adds an entry; called on the sandbox's event loop. */
  Entry add(
      String direction,
      String provider,
      String method,
      String path,
      Integer status,
      boolean acted,
      String fault,
      JsonObject fields) {
    var entry =
        new Entry(
            ++lastSeq,
            Instant.now(),
            direction,
            provider,
            method,
            path,
            status,
            acted,
            fault,
            fields);
    entries.add(entry);
    if (file != null) file.write(Buffer.buffer(entry.toJson().encode() + "\n"));
    return entry;
  }

  /**
   * Enters what really happened to a person, such as a ringing phone, as opposed to what was asked:
   * direction {@code acted}.
   *
   * @param what a verb in upper case, such as DIAL
   * @param whom the number or address it happened to
   */
  public void effect(String provider, String what, String whom, JsonObject fields) {
    add("acted", provider, what, whom, null, true, null, fields);
  }

  /** The entries that fit, oldest first. */
  public List<Entry> entries(Predicate<Entry> wanted) {
    return entries.stream().filter(wanted).toList();
  }

  /** A filter from query parameters: provider, direction, method, path (prefix), after (seq). */
  static Predicate<Entry> matching(Map<String, String> query) {
    return entry ->
        is(query.get("provider"), entry.provider())
            && is(query.get("direction"), entry.direction())
            && is(query.get("method"), entry.method())
            && entry.path().startsWith(query.getOrDefault("path", ""))
            && entry.seq() > Long.parseLong(query.getOrDefault("after", "0"));
  }

  private static boolean is(String wanted, String actual) {
    return wanted == null || wanted.equalsIgnoreCase(actual);
  }

  /** Forgets what is in memory; the file keeps its lines and the numbers go on. */
  void clear() {
    entries.clear();
  }
}

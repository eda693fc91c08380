package recruitflow.screening.cvs;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import recruitflow.domain.screening.cvs.CvMatch;
import recruitflow.domain.screening.cvs.FileName;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.files.FileStore.Stored;
import recruitflow.screening.cvs.files.IncomingFile;

/** What came with a file and waits for a person. */
final class UnmatchedStore {
  private static final String ADD =
      """
      insert into unmatched_inbound
        (channel, sender, subject, body_snippet, attachment_name, file_path, content_type, size,
         raw_payload, note, inbound_key, received_at, application_id, doubt)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      on conflict (inbound_key) do nothing
      returning id
      """;

  private static final String LOCK = "select * from unmatched_inbound where id = $1 for update";

  private static final String ASSIGN =
      """
      update unmatched_inbound set resolved = true, resolution = 'assigned', resolved_at = $3,
        resolved_by_application_id = $2, application_id = $2 where id = $1
      """;

  private static final String SETTLE_WITHOUT_FILE =
      """
      update unmatched_inbound set resolved = true, resolution = 'assigned', resolved_at = $2,
        resolved_by_application_id = $1
      where application_id = $1 and file_path is null and not resolved
      """;

  /** An item as decisions see it. */
  record Item(
      long id,
      Channel channel,
      String key,
      Instant receivedAt,
      Long applicationId,
      Long resolvedBy,
      boolean resolved,
      Optional<IncomingFile> file) {
    private static Item of(Row row) {
      return new Item(
          row.getLong("id"),
          Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
          row.getString("inbound_key"),
          Db.instant(row, "received_at"),
          row.getLong("application_id"),
          row.getLong("resolved_by_application_id"),
          row.getBoolean("resolved"),
          Optional.ofNullable(row.getString("file_path")).map(hash -> file(row, hash)));
    }

    private static IncomingFile file(Row row, String hash) {
      var size = row.getLong("size") == null ? 0 : row.getLong("size");
      return IncomingFile.cv(
          new FileName(row.getString("attachment_name")),
          row.getString("content_type"),
          new Stored(hash, size),
          false);
    }
  }

  /**
   * Adds an item; nothing when it is there already.
   *
   * @param filing whose it is; null when nobody knows
   * @param key of its own when the same file is put to several people
   */
  Optional<Long> add(
      Sql sql, Arrival arrival, CvMatch.Filing filing, String key, String note, Instant at) {
    var sender = arrival.sender();
    var file = arrival.file();
    return sql.first(
        ADD,
        row -> row.getLong("id"),
        sender.channel().word(),
        sender.address(),
        sender.subject(),
        sender.snippet(),
        file.name().shown(),
        file.stored().map(Stored::hash).orElse(null),
        file.contentType(),
        file.stored().map(Stored::size).orElse(null),
        storable(arrival.payload()),
        sender.replyTo() == null ? note : note + "; answers go to " + sender.replyTo(),
        key,
        Db.time(at),
        filing == null ? null : filing.applicationId(),
        file.doubt().map(doubt -> doubt.word()).orElse(null));
  }

  /** The item, locked until the transaction ends. */
  Optional<Item> lock(Sql sql, long id) {
    return sql.first(LOCK, Item::of, id);
  }

  /** It is a CV of that application: done with. */
  void assigned(Sql sql, long id, long applicationId, Instant at) {
    sql.execute(ASSIGN, id, applicationId, Db.time(at));
  }

  /** It is known whose it is, and still has to be seen to. */
  void bind(Sql sql, long id, long applicationId) {
    sql.execute(
        "update unmatched_inbound set application_id = $2 where id = $1", id, applicationId);
  }

  /** A recruiter has brought the file that we never had. */
  void settleWithoutFile(Sql sql, long applicationId, Instant at) {
    sql.execute(SETTLE_WITHOUT_FILE, applicationId, Db.time(at));
  }

  // jsonb takes every character but this one, written out as an escape.
  private static JsonObject storable(JsonObject payload) {
    var text = payload.encode();
    return text.contains("\\u0000") ? new JsonObject().put("text", text) : payload;
  }
}

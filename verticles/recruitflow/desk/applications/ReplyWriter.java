package recruitflow.desk.applications;

import java.time.Instant;
import java.util.Optional;
import recruitflow.desk.candidates.CandidateLookup;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;

/** Keeps what candidates wrote to us, once whatever the provider repeats. */
public final class ReplyWriter {
  private static final String RECORD =
      """
      insert into candidate_replies
        (candidate_id, application_id, channel, sender, subject, body, received_at, external_id,
         provider_message_id, kind)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      on conflict (channel, provider_message_id) do nothing
      returning id
      """;

  private ReplyWriter() {}

  /**
   * One text of a candidate.
   *
   * @param candidateId null when nobody knows whose it is
   * @param channel email or whatsapp
   * @param sender number or address as it came
   * @param subject empty for WhatsApp
   * @param externalId the WhatsApp message or the mail thread; may be null
   * @param providerMessageId what makes it the same text when it comes again
   * @param kind text, or what a message without words was: contact, location, voice and the like
   */
  public record Incoming(
      Long candidateId,
      String channel,
      String sender,
      String subject,
      String body,
      Instant receivedAt,
      String externalId,
      String providerMessageId,
      String kind) {

    /** Words. */
    public Incoming(
        Long candidateId,
        String channel,
        String sender,
        String subject,
        String body,
        Instant receivedAt,
        String externalId,
        String providerMessageId) {
      this(
          candidateId,
          channel,
          sender,
          subject,
          body,
          receivedAt,
          externalId,
          providerMessageId,
          "text");
    }
  }

  /**
   * Keeps it unread, with the candidate's most recent open application, and tells the browsers.
   *
   * @return nothing when it was there already
   */
  public static Optional<Long> record(Sql sql, Incoming reply) {
    var application =
        Optional.ofNullable(reply.candidateId())
            .flatMap(id -> CandidateLookup.newestOpenApplication(sql, id));
    var id =
        sql.first(
            RECORD,
            row -> row.getLong("id"),
            reply.candidateId(),
            application.orElse(null),
            reply.channel(),
            reply.sender(),
            storable(reply.subject()),
            storable(reply.body()),
            Db.time(reply.receivedAt()),
            reply.externalId(),
            reply.providerMessageId(),
            reply.kind());
    id.ifPresent(
        made -> {
          Live.publish(sql, "reply", made);
          application.ifPresent(a -> ApplicationWriter.touch(sql, a, reply.receivedAt()));
        });
    return id;
  }

  // PostgreSQL keeps every character but this one.
  private static String storable(String text) {
    return text == null ? "" : text.replace("\0", "");
  }
}

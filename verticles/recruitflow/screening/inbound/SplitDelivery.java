package recruitflow.screening.inbound;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.desk.applications.ReplyWriter;
import recruitflow.desk.candidates.CandidateLookup;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.inbound.WhapiDelivery;
import recruitflow.domain.screening.inbound.WhapiEvent;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.tasks.Task;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;

/**
 * One delivery of the WhatsApp provider, taken apart: words become replies, files and states of our
 * messages become tasks, all in one transaction. What a candidate said once is kept once, however
 * often and in whatever company it is delivered.
 */
final class SplitDelivery {
  static final String KIND = "inbound.whapi";
  private static final Logger log = LoggerFactory.getLogger(SplitDelivery.class);
  private static final int LONGEST_NOTE = 1000;

  private final House house;
  private final CandidateLookup candidates;

  SplitDelivery(House house) {
    this.house = house;
    this.candidates = new CandidateLookup(house.settings().phoneRegion());
  }

  TaskResult run(TaskRun run) {
    var id = run.payloadId("eventId");
    return run.done(sql -> split(sql, id));
  }

  private void split(Sql sql, long id) {
    // Deliveries overlap and tell the same in another order: side by side they would wait for each
    // other's rows in a circle.
    sql.list("select pg_advisory_xact_lock(hashtextextended($1, 0))", row -> null, KIND);
    var body =
        sql.one("select body from inbound_events where id = $1", row -> row.getBuffer("body"), id);
    var events = WhapiDelivery.read(body.getBytes()).events();
    var notes = new ArrayList<String>();
    for (var index = 0; index < events.size(); index++) {
      switch (events.get(index)) {
        case WhapiEvent.Text(var message, var from, var words) ->
            keep(sql, message, from, "text", words);
        case WhapiEvent.Trace(var message, var from, var kind, var line) ->
            keep(sql, message, from, kind, line);
        case WhapiEvent.Media media -> fetch(sql, id, index, media);
        case WhapiEvent.Status status -> tell(sql, status);
        case WhapiEvent.Ignored(var what, var why) -> notes.add(what + ": " + why);
      }
    }
    log.atInfo()
        .addKeyValue("event", id)
        .addKeyValue("provider", "whapi")
        .addKeyValue("parts", events.size())
        .log("webhook read");
    done(sql, id, notes);
  }

  private void keep(Sql sql, String messageId, WhapiEvent.Sender from, String kind, String body) {
    var found =
        from.hidden() ? List.<Long>of() : candidates.byInternationalPhone(sql, from.address());
    ReplyWriter.record(
        sql,
        new ReplyWriter.Incoming(
            CandidateLookup.likeliest(sql, found).orElse(null),
            Channel.WHATSAPP.word(),
            from.address(),
            "",
            body,
            house.clock().now(),
            messageId,
            messageId,
            kind));
  }

  private void fetch(Sql sql, long eventId, int index, WhapiEvent.Media media) {
    house
        .tasks()
        .add(
            sql,
            Task.of("cvs.media")
                .key(media.messageId())
                .payload(new JsonObject().put("eventId", eventId).put("index", index)));
  }

  private void tell(Sql sql, WhapiEvent.Status status) {
    var payload =
        new JsonObject()
            .put("provider", "whapi")
            .put("id", status.messageId())
            .put("status", status.status());
    status.error().ifPresent(error -> payload.put("error", error));
    house
        .tasks()
        .add(
            sql,
            Task.of("messages.status")
                .key("whapi:" + status.messageId() + ":" + status.status())
                .payload(payload));
  }

  private static void done(Sql sql, long id, List<String> notes) {
    var note = String.join("; ", notes);
    var shown = note.substring(0, Math.min(LONGEST_NOTE, note.length()));
    sql.execute(
        "update inbound_events set processed_at = now(), note = $2 where id = $1",
        id,
        shown.isEmpty() ? null : shown);
  }
}

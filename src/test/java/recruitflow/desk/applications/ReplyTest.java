package recruitflow.desk.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.desk.DeskFixture.error;
import static recruitflow.desk.DeskFixture.ok;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import recruitflow.desk.DeskFixture;
import recruitflow.support.TestServer;

/** What a candidate wrote, kept once and shown as unread. */
class ReplyTest {
  private static final TestServer server = TestServer.shared();
  private static final DeskFixture desk = new DeskFixture(server);

  @Test
  void a_reply_is_kept_once_unread_with_the_newest_open_application() {
    var position = desk.evenings("Replies").getLong("id");
    var id = desk.application("Re Ply", "0722000013", position);
    var candidate = desk.detail(id).getJsonObject("candidate").getLong("id");
    var reply =
        new ReplyWriter.Incoming(
            candidate, "whatsapp", "40722000013", "", "Hello \0 there", TestServer.NOON, "x", "m1");
    var unreadBefore = unread();
    for (int i = 0; i < 2; i++) {
      var first = i == 0;
      var recorded = server.inTransaction(sql -> ReplyWriter.record(sql, reply));
      assertThat(recorded.isPresent()).isEqualTo(first);
    }
    assertThat(unread()).isEqualTo(unreadBefore + 1);
    var shown = desk.detail(id).getJsonArray("replies").getJsonObject(0);
    assertThat(shown.getString("body")).isEqualTo("Hello  there");
    ok(
        server.post(
            "/api/replies/" + shown.getLong("id") + "/read", new JsonObject().put("isRead", true)));
    assertThat(unread()).isEqualTo(unreadBefore);
    error(server.post("/api/replies/999999/read", new JsonObject().put("isRead", true)), 404);
  }

  private static int unread() {
    return ok(server.get("/api/replies/unread-count")).getInteger("unread");
  }
}

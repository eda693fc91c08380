package recruitflow.sandbox.google.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import recruitflow.sandbox.NodeClient;
import recruitflow.sandbox.RunningSandbox;
import recruitflow.sandbox.google.GoogleTokens;

/** Google's JavaScript client, which drops a path from its root address, finds the mailbox. */
@Tag("proofs")
class GmailNodeTest {

  @Test
  void googles_javascript_client_finds_the_mailbox_at_its_root() throws Exception {
    try (var sandbox = RunningSandbox.start()) {
      var token = GoogleTokens.issue(Instant.now(), 1);
      assertThat(NodeClient.run("gmail.mjs", sandbox.url("gmail"), token)).contains("\"found\":1}");
    }
  }
}

package recruitflow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import recruitflow.platform.CannotStart;
import recruitflow.support.TestServer;

class BusyPortTest {

  @Test
  void a_port_that_is_taken_is_told_in_one_sentence_with_its_setting() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var port = String.valueOf(taken.getLocalPort());
      assertThatThrownBy(() -> TestServer.start(Map.of("PORT", port), s -> s))
          .isInstanceOf(CannotStart.class)
          .hasMessageMatching(
              "RecruitFlow cannot listen on 127.0.0.1:" + port + " \\(.*\\): .* PORT\\.");
      assertThatThrownBy(() -> TestServer.start(Map.of(), s -> s.onPort(taken.getLocalPort())))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("SANDBOX_PORT");
    }
  }
}

package recruitflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recruitflow.platform.CannotStart;
import recruitflow.platform.settings.SettingsReader;
import recruitflow.support.TestServer;

class BusyPortTest {

  @Test
  void a_port_that_is_taken_is_told_in_one_sentence_with_its_setting(@TempDir Path dir)
      throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var port = String.valueOf(taken.getLocalPort());
      assertThatThrownBy(() -> TestServer.start(Map.of("PORT", port), s -> s))
          .isInstanceOf(CannotStart.class)
          .hasMessageMatching(
              "RecruitFlow cannot listen on 127.0.0.1:" + port + " \\(.*\\): .* PORT\\.");
      assertThatThrownBy(() -> TestServer.start(Map.of(), s -> s.onPort(taken.getLocalPort())))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("SANDBOX_PORT");
      for (var setting : new String[] {"PORT", "SANDBOX_PORT", "MANAGEMENT_PORT"}) {
        var data = dir.resolve(setting);
        var env = new HashMap<>(Map.of("PORT", "0", "RECRUITFLOW_DATA_DIR", data.toString()));
        env.put(setting, port);
        var reader = SettingsReader.of(env);
        assertThatThrownBy(() -> Server.start(null, null, reader))
            .isInstanceOf(CannotStart.class)
            .hasMessageContaining("change " + setting);
        assertThat(data).as("nothing was started").doesNotExist();
      }
    }
  }
}

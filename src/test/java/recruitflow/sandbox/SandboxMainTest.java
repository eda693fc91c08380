package recruitflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxMainTest {
  @Test
  void without_settings_it_listens_at_8011_and_posts_to_a_product_beside_it() {
    var settings = SandboxMain.settings(Map.of());
    assertThat(settings.port()).isEqualTo(8011);
    assertThat(settings.webhooks().elevenLabsUrl())
        .isEqualTo("http://127.0.0.1:8010/webhooks/elevenlabs");
    assertThat(settings.ledgerFile()).isNull();
    assertThat(settings.manualCalls()).isFalse();
    assertThat(Duration.between(Instant.now(), settings.clock().get()).abs())
        .isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void the_environment_decides_port_target_speed_and_ledger() {
    var settings =
        SandboxMain.settings(
            Map.of(
                "SANDBOX_PORT", "0",
                "SANDBOX_SPEED", "100000",
                "SANDBOX_LEDGER", "ledger.jsonl",
                "SANDBOX_MANUAL_CALLS", "true",
                "SANDBOX_PRODUCT_URL", "http://10.0.0.1:80"));
    assertThat(settings.port()).isZero();
    assertThat(settings.ledgerFile()).isEqualTo(Path.of("ledger.jsonl"));
    assertThat(settings.manualCalls()).isTrue();
    assertThat(settings.webhooks().whapiUrl()).isEqualTo("http://10.0.0.1:80/webhooks/whapi");
    var before = settings.clock().get();
    while (!settings.clock().get().isAfter(before.plusSeconds(60))) Thread.onSpinWait();
    assertThat(settings.clock().get()).isAfter(Instant.now());
  }
}

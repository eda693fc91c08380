package recruitflow.sandbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * How a sandbox runs.
 *
 * @param port the loopback port, 0 for a free one
 * @param clock business time: what people and providers live by, perhaps faster than real time
 * @param speed business seconds in a real second, at least 1; only shortens the length of calls
 * @param ledgerFile a file that gets one JSON line for each ledger entry, or null
 * @param manualCalls calls stand still until they are released through the control routes
 */
public record SandboxSettings(
    int port,
    WebhookTargets webhooks,
    Supplier<Instant> clock,
    double speed,
    Path ledgerFile,
    boolean manualCalls) {

  public SandboxSettings {
    Objects.requireNonNull(webhooks);
    Objects.requireNonNull(clock);
    if (!(speed > 0)) throw new IllegalArgumentException("speed must be positive: " + speed);
  }

  /** A sandbox on a free port that keeps its ledger in memory and places calls by itself. */
  public static SandboxSettings of(Supplier<Instant> clock, double speed) {
    return new SandboxSettings(0, WebhookTargets.none(), clock, speed, null, false);
  }

  public SandboxSettings onPort(int other) {
    return new SandboxSettings(other, webhooks, clock, speed, ledgerFile, manualCalls);
  }

  public SandboxSettings postingTo(WebhookTargets targets) {
    return new SandboxSettings(port, targets, clock, speed, ledgerFile, manualCalls);
  }

  public SandboxSettings writingLedgerTo(Path file) {
    return new SandboxSettings(port, webhooks, clock, speed, file, manualCalls);
  }

  public SandboxSettings withManualCalls() {
    return new SandboxSettings(port, webhooks, clock, speed, ledgerFile, true);
  }
}

package recruitflow.platform.settings;

import java.util.List;
import recruitflow.platform.settings.Settings.Gmail;
import recruitflow.platform.settings.Settings.Models;
import recruitflow.platform.settings.Settings.Voice;
import recruitflow.platform.settings.Settings.Whapi;

/** The accounts that the stand-ins know; they are public and open nothing but the sandbox. */
final class SandboxAccounts {

  /** Rates exist to protect real accounts; the stand-ins need none. */
  private static final int UNHURRIED_PER_MINUTE = 6000;

  private SandboxAccounts() {}

  static Settings applyTo(Settings s, String base) {
    return new Settings(
        s.http(),
        s.security(),
        s.database(),
        s.dataDir(),
        s.mediaRoot(),
        s.timeZone(),
        s.phoneRegion(),
        s.logLevel(),
        s.work(),
        voice(s, base),
        new Whapi(
            base + "/whapi",
            new Secret("sandbox-whapi"),
            new Secret("sandbox-whapi-webhook"),
            UNHURRIED_PER_MINUTE),
        gmail(s.gmail(), base),
        models(s.models(), base),
        s.cvOverdueCloseDays(),
        new Settings.Sandbox(true, s.sandbox().port(), s.sandbox().speed()));
  }

  private static Voice voice(Settings s, String base) {
    return new Voice(
        base + "/elevenlabs",
        new Secret("sandbox-elevenlabs"),
        "agent_sandbox",
        "phone_sandbox",
        List.of(new Secret("wsec_sandbox")),
        s.voice().maxInFlight(),
        s.voice().stuckAfter());
  }

  private static Gmail gmail(Gmail g, String base) {
    return new Gmail(
        base + "/gmail",
        base + "/google/token",
        "sandbox-client",
        new Secret("sandbox-secret"),
        new Secret("sandbox-refresh"),
        g.inboxLabel(),
        g.processedLabel(),
        g.pollEnabled(),
        g.pollEvery(),
        UNHURRIED_PER_MINUTE);
  }

  private static Models models(Models m, String base) {
    return new Models(
        base + "/anthropic",
        new Secret("sandbox-anthropic"),
        m.model(),
        m.fastModel(),
        m.maxTokens(),
        m.prices());
  }
}

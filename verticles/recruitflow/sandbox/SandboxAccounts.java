package recruitflow.sandbox;

import java.util.Map;

/** Settings that point the product at the stand-ins; they open nothing but the sandbox. */
public final class SandboxAccounts {

  private SandboxAccounts() {}

  /**
   * Where the stand-ins are, and what they let in.
   *
   * @param roots the root address of each provider by its name
   */
  public static Map<String, String> at(Map<String, String> roots) {
    return Map.ofEntries(
        Map.entry("ELEVENLABS_API_URL", roots.get("elevenlabs")),
        Map.entry("ELEVENLABS_API_KEY", SandboxKeys.ELEVENLABS_API_KEY),
        Map.entry("ELEVENLABS_AGENT_ID", SandboxKeys.ELEVENLABS_AGENT_ID),
        Map.entry("ELEVENLABS_PHONE_NUMBER_ID", SandboxKeys.ELEVENLABS_PHONE_NUMBER_ID),
        Map.entry("ELEVENLABS_WEBHOOK_SECRET", SandboxKeys.ELEVENLABS_WEBHOOK_SECRET),
        Map.entry("WHAPI_API_URL", roots.get("whapi")),
        Map.entry("WHAPI_TOKEN", SandboxKeys.WHAPI_TOKEN),
        Map.entry("WHAPI_WEBHOOK_SECRET", SandboxKeys.WHAPI_WEBHOOK_SECRET),
        Map.entry("GMAIL_API_URL", roots.get("gmail")),
        Map.entry("GOOGLE_TOKEN_URL", roots.get("google") + "/token"),
        Map.entry("GOOGLE_CLIENT_ID", SandboxKeys.GOOGLE_CLIENT_ID),
        Map.entry("GOOGLE_CLIENT_SECRET", SandboxKeys.GOOGLE_CLIENT_SECRET),
        Map.entry("GOOGLE_REFRESH_TOKEN", SandboxKeys.GOOGLE_REFRESH_TOKEN),
        Map.entry("ANTHROPIC_API_URL", roots.get("anthropic")),
        Map.entry("ANTHROPIC_API_KEY", SandboxKeys.ANTHROPIC_API_KEY));
  }

  /** Rates exist to protect real accounts; the stand-ins need none. */
  public static Map<String, String> unhurried() {
    return Map.of("WHAPI_MAX_PER_MINUTE", "6000", "GMAIL_MAX_PER_MINUTE", "6000");
  }
}

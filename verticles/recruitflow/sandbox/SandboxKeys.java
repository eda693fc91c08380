package recruitflow.sandbox;

/** The credentials the stand-ins accept; every other one is refused as the provider refuses it. */
public final class SandboxKeys {
  public static final String ELEVENLABS_API_KEY = "sandbox-elevenlabs";
  public static final String ELEVENLABS_AGENT_ID = "agent_sandbox";
  public static final String ELEVENLABS_PHONE_NUMBER_ID = "phone_sandbox";
  public static final String ELEVENLABS_WEBHOOK_SECRET = "wsec_sandbox";
  public static final String WHAPI_TOKEN = "sandbox-whapi";
  public static final String WHAPI_WEBHOOK_HEADER = "X-Webhook-Secret";
  public static final String WHAPI_WEBHOOK_SECRET = "sandbox-whapi-webhook";
  public static final String GOOGLE_CLIENT_ID = "sandbox-client";
  public static final String GOOGLE_CLIENT_SECRET = "sandbox-secret";
  public static final String GOOGLE_REFRESH_TOKEN = "sandbox-refresh";
  public static final String ANTHROPIC_API_KEY = "sandbox-anthropic";

  private SandboxKeys() {}
}

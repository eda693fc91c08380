package recruitflow.sandbox;

/**
 * Where the providers post their webhooks and how they prove themselves there. A null URL means
 * that the provider has no webhook configured, and nothing is sent.
 */
public record WebhookTargets(
    String elevenLabsUrl,
    String elevenLabsSecret,
    String whapiUrl,
    String whapiHeaderName,
    String whapiHeaderValue) {

  /** Nothing is sent until targets are set through the control routes. */
  public static WebhookTargets none() {
    return to(null, null);
  }

  /** Both targets with the secrets of {@link SandboxKeys}. */
  public static WebhookTargets to(String elevenLabsUrl, String whapiUrl) {
    return new WebhookTargets(
        elevenLabsUrl,
        SandboxKeys.ELEVENLABS_WEBHOOK_SECRET,
        whapiUrl,
        SandboxKeys.WHAPI_WEBHOOK_HEADER,
        SandboxKeys.WHAPI_WEBHOOK_SECRET);
  }
}

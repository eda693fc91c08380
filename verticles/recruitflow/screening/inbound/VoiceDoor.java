package recruitflow.screening.inbound;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recruitflow.domain.screening.inbound.ElevenLabsEnvelope;
import recruitflow.domain.screening.inbound.ElevenLabsSignature;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.settings.Secret;

/** ElevenLabs signs the raw bytes; two secrets are good while one replaces the other. */
final class VoiceDoor implements WebhookDoor {
  private static final String SIGNATURE = "ElevenLabs-Signature";

  private final Optional<ElevenLabsSignature> signature;
  private final boolean openWithoutSecret;

  VoiceDoor(WebhookSettings settings) {
    var secrets =
        settings.voiceSecrets().stream()
            .map(Secret::value)
            .filter(secret -> !secret.isBlank())
            .toList();
    this.signature =
        secrets.isEmpty() ? Optional.empty() : Optional.of(new ElevenLabsSignature(secrets));
    this.openWithoutSecret = settings.openWithoutSecret();
  }

  @Override
  public String provider() {
    return "elevenlabs";
  }

  @Override
  public void greet(HttpServerRequest request) {
    if (signature.isEmpty() && !openWithoutSecret) throw WebhookDoor.closed(provider());
    if (signature.isPresent() && !signature.get().mayBeGenuine(signatures(request), Instant.now()))
      throw WebhookDoor.stranger();
  }

  /** The signature is over the body. */
  @Override
  public boolean knowsItsSender() {
    return false;
  }

  @Override
  public WebhookEvent read(HttpServerRequest request, Buffer body) {
    var bytes = body.getBytes();
    if (signature.isPresent()) {
      var verdict = signature.get().check(signatures(request), bytes, Instant.now());
      if (verdict != ElevenLabsSignature.Verdict.GENUINE) throw WebhookDoor.stranger();
    }
    var envelope =
        ElevenLabsEnvelope.read(bytes)
            .orElseThrow(() -> Failure.badRequest("The body must be a JSON object."));
    var id = envelope.eventId().orElseGet(() -> "sha256:" + WebhookDoor.hash(body));
    var key = new WebhookEvent.Key(provider(), id);
    return envelope.isAudio()
        ? new WebhookEvent.Noted(key, "recordings are not kept")
        : new WebhookEvent.Work(key, "calls.receive", body);
  }

  private static List<String> signatures(HttpServerRequest request) {
    return request.headers().getAll(SIGNATURE);
  }
}

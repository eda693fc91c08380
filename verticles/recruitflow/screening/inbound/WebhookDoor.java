package recruitflow.screening.inbound;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import recruitflow.platform.operations.Failure;

/** How one provider proves who it is and how its events are told apart. */
sealed interface WebhookDoor permits VoiceDoor, WhapiDoor {

  /** The provider's name in the ledger of received events. */
  String provider();

  /**
   * Judges by what is known before the body is read.
   *
   * @throws Failure unavailable when no secret is configured, unauthorized when it is not the
   *     provider
   */
  void greet(HttpServerRequest request);

  /** True when {@link #greet} has proved already who sends it. */
  boolean knowsItsSender();

  /**
   * Judges and reads the body.
   *
   * @throws Failure unauthorized when it is not the provider, badRequest when it is not JSON
   */
  WebhookEvent read(HttpServerRequest request, Buffer body);

  /** The answer while nobody has told us the secret: the provider shall try again later. */
  static Failure closed(String provider) {
    return Failure.unavailable(provider, "No webhook secret is configured.");
  }

  /** The answer to a stranger; it does not say what was wrong. */
  static Failure stranger() {
    return Failure.unauthorized("The webhook's secret or signature is missing or wrong.");
  }

  /** Compares in a time that tells neither content nor length. */
  static boolean same(String given, String secret) {
    return MessageDigest.isEqual(
        sha256(given.getBytes(StandardCharsets.UTF_8)),
        sha256(secret.getBytes(StandardCharsets.UTF_8)));
  }

  /** The hash by which a body is known when it carries no id of its own. */
  static String hash(Buffer body) {
    return HexFormat.of().formatHex(sha256(body.getBytes()));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

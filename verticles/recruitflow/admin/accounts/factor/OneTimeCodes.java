package recruitflow.admin.accounts.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * Time-based one-time passwords (RFC 6238) as every authenticator makes them: six digits, thirty
 * seconds, HMAC-SHA-1. Clocks may differ by one step.
 */
final class OneTimeCodes {

  private static final int SECRET_BYTES = 20;
  private static final long STEP_SECONDS = 30;
  private static final String ISSUER = "RecruitFlow";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator();

  private OneTimeCodes() {}

  static byte[] freshSecret() {
    var secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** To be typed by hand. */
  static String written(byte[] secret) {
    return new Base32().encodeToString(secret);
  }

  /** To be shown as a QR code. */
  static String uri(byte[] secret, String account) {
    var label = URLEncoder.encode(ISSUER + ":" + account, StandardCharsets.UTF_8);
    return "otpauth://totp/"
        + label.replace("+", "%20")
        + "?secret="
        + written(secret)
        + "&issuer="
        + ISSUER
        + "&algorithm=SHA1&digits=6&period="
        + STEP_SECONDS;
  }

  /** The step whose code this is; empty for another code, and for one of a step already used. */
  static OptionalLong step(byte[] secret, String code, Instant now, long lastUsed) {
    var middle = now.getEpochSecond() / STEP_SECONDS;
    var found = OptionalLong.empty();
    for (var step = middle - 1; step <= middle + 1; step++)
      if (same(code(secret, Instant.ofEpochSecond(step * STEP_SECONDS)), code) && step > lastUsed)
        found = OptionalLong.of(step);
    return found;
  }

  static String code(byte[] secret, Instant at) {
    try {
      var key = new SecretKeySpec(secret, CODES.getAlgorithm());
      return CODES.generateOneTimePasswordString(key, at, java.util.Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("every key is good for this algorithm", e);
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
  }
}

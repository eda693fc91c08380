package recruitflow.sandbox.google;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import recruitflow.sandbox.SandboxKeys;

/** Access tokens that say themselves how long they live, in real time. */
public final class GoogleTokens {
  static final int LIFETIME_SECONDS = 3599;
  private static final String PREFIX = "ya29.sandbox.";

  private GoogleTokens() {}

  public static String issue(Instant now, long serial) {
    var content = now.getEpochSecond() + LIFETIME_SECONDS + "." + serial;
    return PREFIX + content + "." + seal(content);
  }

  /** Whether the token was issued here and has not run out. */
  public static boolean alive(String token, Instant now) {
    if (!token.startsWith(PREFIX)) return false;
    var parts = token.substring(PREFIX.length()).split("\\.");
    if (parts.length != 3 || !parts[2].equals(seal(parts[0] + "." + parts[1]))) return false;
    return Long.parseLong(parts[0]) > now.getEpochSecond();
  }

  private static String seal(String content) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              SandboxKeys.GOOGLE_CLIENT_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var sealed = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sealed, 0, 12);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}

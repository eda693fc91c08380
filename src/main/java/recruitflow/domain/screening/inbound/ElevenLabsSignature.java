package recruitflow.domain.screening.inbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says whether a webhook comes from ElevenLabs: {@code t=<unix seconds>,v0=<64 lower-case hex>},
 * where the hex is HMAC-SHA256 of {@code t.body} over the raw bytes of the body.
 *
 * <p>Several secrets are valid at once while one is being replaced. Answers for any header and any
 * bytes; never throws.
 */
public final class ElevenLabsSignature {
  /** How long ago a request may have been signed; exactly this long ago is still accepted. */
  public static final Duration OLDEST = Duration.ofMinutes(30);

  /** How far our clocks may differ; exactly this far ahead is still accepted. */
  public static final Duration FARTHEST_AHEAD = Duration.ofMinutes(5);

  private static final int LONGEST_HEADER = 1024;
  private static final Pattern PART = Pattern.compile("[a-z][a-z0-9]*=[^,=\\s]*");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  private final List<byte[]> secrets;

  /**
   * @param secrets the whole secrets as ElevenLabs shows them, {@code wsec_} included; blank ones
   *     are refused, since anybody can sign with an empty secret
   */
  public ElevenLabsSignature(List<String> secrets) {
    if (secrets.isEmpty() || secrets.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a webhook secret is missing or blank");
    }
    this.secrets = secrets.stream().map(secret -> secret.getBytes(UTF_8)).toList();
  }

  /** What became of a check; only {@link #GENUINE} may be processed. */
  public enum Verdict {
    GENUINE,
    MISSING,
    MALFORMED,
    TOO_OLD,
    TOO_FAR_AHEAD,
    FORGED
  }

  private record Stamp(String seconds, String hex) {
    Instant signedAt() {
      return Instant.ofEpochSecond(Long.parseLong(seconds));
    }
  }

  /**
   * @param headers all values of {@code ElevenLabs-Signature}; exactly one is expected
   * @param body the raw bytes as they came
   * @param now real time
   */
  public Verdict check(List<String> headers, byte[] body, Instant now) {
    if (headers.isEmpty() || headers.equals(List.of(""))) return Verdict.MISSING;
    if (headers.size() > 1) return Verdict.MALFORMED;
    return parse(headers.getFirst())
        .map(stamp -> judge(stamp, body, now))
        .orElse(Verdict.MALFORMED);
  }

  /**
   * What can be said before the body is read: false when no body could make these headers good.
   *
   * @param now real time
   */
  public boolean mayBeGenuine(List<String> headers, Instant now) {
    if (headers.size() != 1) return false;
    return parse(headers.getFirst())
        .filter(stamp -> age(stamp, now) == Verdict.GENUINE)
        .isPresent();
  }

  /** The header that ElevenLabs would send for this body. */
  public static String sign(String secret, byte[] body, Instant at) {
    var seconds = Long.toString(at.getEpochSecond());
    var mac = HexFormat.of().formatHex(mac(secret.getBytes(UTF_8), seconds, body));
    return "t=" + seconds + ",v0=" + mac;
  }

  private Verdict judge(Stamp stamp, byte[] body, Instant now) {
    var theirs = HexFormat.of().parseHex(stamp.hex());
    var genuine = false;
    // Every secret is tried, so that the time taken does not say which one matched.
    for (var secret : secrets) {
      genuine |= MessageDigest.isEqual(mac(secret, stamp.seconds(), body), theirs);
    }
    return genuine ? age(stamp, now) : Verdict.FORGED;
  }

  private static Verdict age(Stamp stamp, Instant now) {
    if (stamp.signedAt().isBefore(now.minus(OLDEST))) return Verdict.TOO_OLD;
    if (stamp.signedAt().isAfter(now.plus(FARTHEST_AHEAD))) return Verdict.TOO_FAR_AHEAD;
    return Verdict.GENUINE;
  }

  private static Optional<Stamp> parse(String header) {
    if (header == null || header.length() > LONGEST_HEADER) return Optional.empty();
    String seconds = null;
    String hex = null;
    for (var part : header.split(",", -1)) {
      if (!PART.matcher(part).matches()) return Optional.empty();
      var value = part.substring(part.indexOf('=') + 1);
      if (part.startsWith("t=")) {
        if (seconds != null || !SECONDS.matcher(value).matches()) return Optional.empty();
        seconds = value;
      } else if (part.startsWith("v0=")) {
        if (hex != null || !HEX.matcher(value).matches()) return Optional.empty();
        hex = value;
      }
    }
    return seconds == null || hex == null ? Optional.empty() : Optional.of(new Stamp(seconds, hex));
  }

  private static byte[] mac(byte[] secret, String seconds, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(seconds.getBytes(US_ASCII));
      mac.update((byte) '.');
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}

package recruitflow.admin.accounts.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;

/** What opens when the authenticator is lost: ten codes of eighty bits, each good once. */
final class RecoveryCodes {

  private static final int MANY = 10;
  private static final int BYTES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCodes() {}

  static List<String> fresh() {
    return Stream.generate(RecoveryCodes::one).limit(MANY).toList();
  }

  private static String one() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Base32().encodeToString(bytes).replaceAll("(.{4})(?!$)", "$1-");
  }

  /** However it was typed. */
  static String hash(String code) {
    var letters = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(letters.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

package recruitflow.platform.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import recruitflow.platform.settings.Secret;

/**
 * Seals what must lie in the database but not be read there: AES-256-GCM under a key derived from
 * the server's own. What it belongs to is sealed in, so that a sealed text copied to another row
 * opens nothing there.
 */
public final class Vault {

  private static final String FORM = "v1.";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] PURPOSE = "recruitflow vault v1".getBytes(StandardCharsets.US_ASCII);

  private final SecureRandom random = new SecureRandom();
  private final List<SecretKey> keys;

  /** Sealed under another key, damaged, or belonging to something else. */
  public static final class NotOpened extends RuntimeException {
    NotOpened(Throwable cause) {
      super("a sealed value cannot be opened; was SECRET_KEY changed?", cause);
    }
  }

  /**
   * @param key seals and opens
   * @param before only opens: what was sealed before the key was changed
   */
  public Vault(Secret key, Secret... before) {
    this.keys =
        Stream.concat(Stream.of(key), Arrays.stream(before))
            .filter(k -> !k.isEmpty())
            .map(Vault::derived)
            .toList();
  }

  /**
   * @param owner what it belongs to, such as {@code second factor of user 7}
   */
  public String seal(byte[] content, String owner) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, owner).doFinal(content);
      var all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
      return FORM + Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES in this mode", e);
    }
  }

  /**
   * @throws NotOpened by none of the keys, or for another owner
   */
  public byte[] open(String sealed, String owner) {
    GeneralSecurityException last = null;
    var all = decoded(sealed);
    for (var key : keys) {
      try {
        return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE), owner)
            .doFinal(all, NONCE, all.length - NONCE);
      } catch (GeneralSecurityException e) {
        last = e;
      }
    }
    throw new NotOpened(last);
  }

  private static byte[] decoded(String sealed) {
    try {
      var all = Base64.getDecoder().decode(sealed.substring(FORM.length()));
      if (sealed.startsWith(FORM) && all.length > NONCE) return all;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new NotOpened(e);
    }
    throw new NotOpened(null);
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String owner)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKey derived(Secret key) {
    try {
      var input = key.value().getBytes(StandardCharsets.UTF_8);
      var derivation = HKDFParameterSpec.ofExtract().addIKM(input).thenExpand(PURPOSE, 32);
      return KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has this derivation", e);
    }
  }
}

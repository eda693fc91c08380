package recruitflow.platform.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import recruitflow.platform.files.Private;

/** The key that signs access tokens: the configured one, or one made once and kept. */
public final class SigningKey {

  private static final int BYTES = 48;

  private SigningKey() {}

  public static Secret of(Settings settings) {
    var configured = settings.security().secretKey();
    return configured.isEmpty() ? kept(settings.dataDir()) : configured;
  }

  private static Secret kept(Path dataDir) {
    var file = dataDir.resolve("secret.key");
    try {
      if (!Files.exists(file)) {
        Private.folder(dataDir);
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
      }
      return new Secret(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("the signing key cannot be kept in " + file, e);
    }
  }
}

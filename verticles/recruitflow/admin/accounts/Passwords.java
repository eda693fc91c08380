package recruitflow.admin.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/**
 * Argon2id with 19 MiB, two passes, one lane (the OWASP password storage recommendation). Hashing
 * is CPU work and runs on its own small pool.
 */
final class Passwords {

  private static final Argon2Function ARGON =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  /** Checked against when there is no such user, so that both answers take as long. */
  private static final String NOBODYS_HASH =
      Password.hash("nobody has this password").addRandomSalt(16).with(ARGON).getResult();

  private final WorkerExecutor cpu;

  Passwords(Vertx vertx) {
    this.cpu =
        vertx.createSharedWorkerExecutor("passwords", Runtime.getRuntime().availableProcessors());
  }

  String hash(String password) {
    return cpu.executeBlocking(
            () -> Password.hash(password).addRandomSalt(16).with(ARGON).getResult(), false)
        .await();
  }

  /** False for a null hash too, after as much work. */
  boolean fits(String password, String hash) {
    var against = hash == null ? NOBODYS_HASH : hash;
    var fits =
        cpu.executeBlocking(() -> Password.check(password, against).with(ARGON), false).await();
    return fits && hash != null;
  }
}

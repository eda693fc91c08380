package recruitflow.admin.accounts.passwords;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.Vertx;
import java.util.List;
import recruitflow.platform.operations.Failure;

/**
 * Argon2id with 19 MiB, two passes, one lane (the OWASP password storage recommendation). Hashing
 * is CPU work and runs on its own small pools: one for people we know, one for everybody else.
 */
public final class Passwords {

  private static final int KNOWN_AT_ONCE = 64;
  private static final int STRANGERS_AT_ONCE = 48;

  /** Of one address, and of one account, so that nobody fills the queue alone. */
  private static final int OF_A_STRANGER = 4;

  private static final Argon2Function ARGON =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  /** Checked against when there is no such user, so that both answers take as long. */
  private static final String NOBODYS_HASH =
      Password.hash("nobody has this password").addRandomSalt(16).with(ARGON).getResult();

  private final Queue known;
  private final Queue strangers;

  public Passwords(Vertx vertx) {
    var threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    this.known = new Queue(vertx, "passwords-known", threads, KNOWN_AT_ONCE, KNOWN_AT_ONCE);
    this.strangers =
        new Queue(vertx, "passwords-strangers", threads, STRANGERS_AT_ONCE, OF_A_STRANGER);
  }

  /**
   * Refuses what must not become a password.
   *
   * @param about what strangers know of the account
   * @throws Failure naming the field
   */
  public void require(String field, String password, String... about) {
    var refusal = known.run(List.of(), () -> PasswordRule.refusal(password, about));
    if (refusal.isPresent())
      throw Failure.invalid(field, refusal.get().words()).because(refusal.get().code());
  }

  public String hash(String password) {
    return known.run(
        List.of(), () -> Password.hash(password).addRandomSalt(16).with(ARGON).getResult());
  }

  /** Checks a password for somebody we know; false for a null hash too, after as much work. */
  public boolean fits(String password, String hash) {
    return known.run(List.of(), () -> matches(password, hash));
  }

  /**
   * The same for a stranger, behind other strangers.
   *
   * @param crowd what he is counted by: his address, the account he names
   * @throws Failure too many, at once, when too many wait already
   */
  public boolean fits(String password, String hash, List<String> crowd) {
    return strangers.run(crowd, () -> matches(password, hash));
  }

  private static boolean matches(String password, String hash) {
    var fits = Password.check(password, hash == null ? NOBODYS_HASH : hash).with(ARGON);
    return fits && hash != null;
  }
}

package recruitflow.admin.accounts.factor;

import static recruitflow.platform.operations.Role.ADMIN;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Operation.Nothing;

/** The second factor of a login: codes of an authenticator. */
public final class FactorOperations {

  private FactorOperations() {}

  /** Whoever sits at an unlocked screen must not change how its owner logs in. */
  public record Begin(@NotBlank @Size(max = 200) String password) {}

  /**
   * @param secret Base32, to be typed
   * @param uri to be shown as a QR code
   */
  public record Begun(String secret, String uri) {}

  /** A code of the authenticator. */
  public record Confirm(@NotBlank @Size(max = 20) String code) {}

  /** Shown once; each is good once, in place of a code. */
  public record Confirmed(List<String> recoveryCodes) {}

  /**
   * @param code of the authenticator, or a recovery code
   */
  public record Remove(
      @NotBlank @Size(max = 200) String password, @NotBlank @Size(max = 40) String code) {}

  public static final Operation<Begin, Begun> BEGIN =
      Operation.named("auth.beginSecondFactor")
          .post("/api/auth/second-factor")
          .anybody()
          .takes(Begin.class)
          .gives(Begun.class)
          .says("Gives the secret for an authenticator; it counts once a code has confirmed it.");

  public static final Operation<Confirm, Confirmed> CONFIRM =
      Operation.named("auth.confirmSecondFactor")
          .post("/api/auth/second-factor/confirm")
          .anybody()
          .takes(Confirm.class)
          .gives(Confirmed.class)
          .says("Confirms the authenticator with a code; from now on each login asks for one.");

  public static final Operation<Remove, Nothing> REMOVE =
      Operation.named("auth.removeSecondFactor")
          .post("/api/auth/second-factor/remove")
          .anybody()
          .takes(Remove.class)
          .gives(Nothing.class)
          .says("Removes one's own second factor.");

  public static final Operation<ById, Nothing> RESET =
      Operation.named("users.resetSecondFactor")
          .post("/api/users/{id}/second-factor/reset")
          .roles(ADMIN)
          .takes(ById.class)
          .gives(Nothing.class)
          .says(
              "Removes somebody's second factor, when authenticator and recovery codes are lost.");
}

package recruitflow.admin.accounts;

import static recruitflow.platform.operations.Role.ADMIN;
import static recruitflow.platform.operations.Role.RECRUITER;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.Nothing;
import recruitflow.platform.operations.Role;

/** Accounts: who may log in, and as what. */
public final class AccountOperations {

  private AccountOperations() {}

  /** An account as others see it. */
  public record User(
      long id,
      String email,
      String displayName,
      Set<Role> roles,
      boolean active,
      boolean secondFactor,
      int version,
      Instant createdAt) {}

  /**
   * Who is logged in.
   *
   * @param secondFactor true when a code is asked for at each login
   * @param secondFactorDue true for an administrator who has his powers only once he has one
   */
  public record Me(
      long id,
      String email,
      String displayName,
      Set<Role> roles,
      boolean secondFactor,
      boolean secondFactorDue) {}

  /** All accounts. */
  public record Users(List<User> items) {}

  /** Somebody work can be assigned to. */
  public record Recruiter(long id, String displayName) {}

  /** Everybody work can be assigned to. */
  public record Recruiters(List<Recruiter> items) {}

  /** A new account. */
  public record NewUser(
      @NotBlank @Pattern(regexp = "^[^@\\s]+@[^@\\s]+$") @Size(max = 254) String email,
      @NotBlank @Size(max = 100) String displayName,
      @NotEmpty Set<Role> roles,
      @NotBlank @Size(min = 12, max = 200) String password) {}

  /** A changed account; a null password stays as it is. */
  public record ChangedUser(
      @Min(1) long id,
      @NotBlank @Size(max = 100) String displayName,
      @NotEmpty Set<Role> roles,
      @NotNull Boolean active,
      @Size(min = 12, max = 200) String password,
      @Min(1) int version) {

    /** The same with this name. */
    ChangedUser named(String name) {
      return new ChangedUser(id, name, roles, active, password, version);
    }
  }

  /** One's own new password. */
  public record ChangedPassword(
      @NotBlank @Size(max = 200) String currentPassword,
      @NotBlank @Size(min = 12, max = 200) String newPassword) {}

  public static final Operation<ChangedPassword, Nothing> CHANGE_PASSWORD =
      Operation.named("auth.changePassword")
          .post("/api/auth/password")
          .anybody()
          .takes(ChangedPassword.class)
          .gives(Nothing.class)
          .says("Changes one's own password and ends all one's logins, this one too.");

  public static final Operation<Nothing, Me> ME =
      Operation.named("auth.me")
          .get("/api/auth/me")
          .anybody()
          .takes(Nothing.class)
          .gives(Me.class)
          .says("Tells who is logged in.");

  public static final Operation<Nothing, Users> LIST =
      Operation.named("users.list")
          .get("/api/users")
          .roles(ADMIN)
          .takes(Nothing.class)
          .gives(Users.class)
          .says("Lists all accounts.");

  public static final Operation<Nothing, Recruiters> RECRUITERS =
      Operation.named("users.recruiters")
          .get("/api/users/recruiters")
          .roles(RECRUITER)
          .takes(Nothing.class)
          .gives(Recruiters.class)
          .says("Lists the people an application can be assigned to.");

  public static final Operation<NewUser, User> CREATE =
      Operation.named("users.create")
          .post("/api/users")
          .roles(ADMIN)
          .takes(NewUser.class)
          .gives(User.class)
          .says("Creates an account; the e-mail address must be new.");

  public static final Operation<ChangedUser, User> UPDATE =
      Operation.named("users.update")
          .patch("/api/users/{id}")
          .roles(ADMIN)
          .takes(ChangedUser.class)
          .gives(User.class)
          .says("Changes name, roles, password or whether an account may log in.");
}

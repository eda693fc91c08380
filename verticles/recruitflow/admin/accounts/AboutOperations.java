package recruitflow.admin.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.Nothing;

/** What the login page must know before anybody has logged in. */
public final class AboutOperations {

  private AboutOperations() {}

  /** The account that the sandbox makes for everybody. */
  public record DemoLogin(String email, String password) {}

  /**
   * @param sandboxSpeed business seconds in a real second
   * @param demoLogin null outside the sandbox
   */
  public record AboutAnswer(
      boolean sandbox,
      double sandboxSpeed,
      Instant businessNow,
      String timeZone,
      String version,
      @Nullable DemoLogin demoLogin) {}

  public static final Operation<Nothing, AboutAnswer> ABOUT =
      Operation.named("about")
          .get("/api/about")
          .open()
          .takes(Nothing.class)
          .gives(AboutAnswer.class)
          .says("Tells whether this is the sandbox, the business time and its zone.");
}

package recruitflow.screening.cvs;

import java.time.Duration;
import java.util.Optional;
import recruitflow.platform.providers.GoogleAccess;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.tasks.TaskResult;

/** Failures that say nothing of the thing asked for: waiting costs no attempt and loses nothing. */
public final class Setback {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration UNTIL_RECONNECTED = Duration.ofMinutes(15);

  private Setback() {}

  /** How long to wait, or nothing when the failure counts. */
  public static Optional<TaskResult> of(RuntimeException failure) {
    return switch (failure) {
      case GoogleAccess.Revoked revoked -> snooze(UNTIL_RECONNECTED, revoked);
      case ProviderFailure.NotSent notSent -> snooze(SOON, notSent);
      case ProviderFailure.RateLimited limited ->
          snooze(limited.retryAfter().orElse(SOON), limited);
      case ProviderFailure.Refused refused when isQuota(refused) -> snooze(SOON, refused);
      default -> Optional.empty();
    };
  }

  /** Gmail says 403 both to a quota that refills and to what is forbidden for good. */
  private static boolean isQuota(ProviderFailure.Refused refused) {
    return refused.status() == 403
        && refused.body() != null
        && refused.body().toString().contains("imitExceeded");
  }

  private static Optional<TaskResult> snooze(Duration pause, RuntimeException why) {
    return Optional.of(new TaskResult.Snooze(pause, String.valueOf(why.getMessage())));
  }
}

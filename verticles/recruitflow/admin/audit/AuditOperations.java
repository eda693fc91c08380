package recruitflow.admin.audit;

import static recruitflow.platform.operations.Role.ADMIN;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recruitflow.platform.operations.Operation;

/** Who did what, to which object, from where; for administrators. */
public final class AuditOperations {

  private AuditOperations() {}

  /**
   * @param userId null where nobody was known
   * @param who the account's address, or what was typed at a login
   * @param action the operation, or method and path of what is none
   * @param object the ids it was about
   * @param outcome ok, or the word of the refusal
   * @param times how often at that moment
   */
  public record AuditRow(
      long id,
      Instant at,
      @Nullable Long userId,
      @Nullable String who,
      String action,
      @Nullable String object,
      @Nullable String address,
      String outcome,
      int times) {}

  /**
   * @param text in who, object or address
   * @param refused only refusals, or only what was done
   * @param after the id of the last row seen
   * @param page by number instead, from 1
   */
  public record AuditFilter(
      @Min(1) Long userId,
      @Size(max = 100) String action,
      @Size(max = 40) String outcome,
      @Size(max = 200) String text,
      Boolean refused,
      Instant from,
      Instant to,
      @Min(1) Long after,
      @Min(1) @Max(1_000_000) Integer page,
      @Min(1) @Max(200) Integer pageSize) {}

  /** Newest first; {@code next} continues the list, null at its end. */
  public record AuditPage(List<AuditRow> items, @Nullable Long next) {}

  public static final Operation<AuditFilter, AuditPage> LIST =
      Operation.named("audit.list")
          .get("/api/audit")
          .roles(ADMIN)
          .takes(AuditFilter.class)
          .gives(AuditPage.class)
          .says("Lists who did what, to which object, from where, and how it ended.");
}

package recruitflow.desk.applications;

import jakarta.validation.constraints.Min;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.Nothing;
import recruitflow.platform.operations.Role;

/** What can be asked about the texts candidates wrote. */
public final class ReplyOperations {
  private ReplyOperations() {}

  public static final Operation<Nothing, Unread> UNREAD_COUNT =
      Operation.named("replies.unreadCount")
          .get("/api/replies/unread-count")
          .roles(Role.RECRUITER)
          .takes(Nothing.class)
          .gives(Unread.class)
          .says("How many replies nobody has read yet.");

  public static final Operation<MarkRead, Unread> MARK_READ =
      Operation.named("replies.markRead")
          .post("/api/replies/{id}/read")
          .roles(Role.RECRUITER)
          .takes(MarkRead.class)
          .gives(Unread.class)
          .says("Marks a reply as read, or as unread again.");

  /** How many are left. */
  public record Unread(long unread) {}

  /** Read or not. */
  public record MarkRead(@Min(1) long id, boolean isRead) {}
}

package recruitflow.desk.positions;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recruitflow.domain.desk.positions.Criteria.Criterion;
import recruitflow.domain.desk.positions.PositionStatus;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Operation.Nothing;
import recruitflow.platform.operations.Role;

/** What can be asked about positions. */
public final class PositionOperations {
  private PositionOperations() {}

  public static final Operation<ListPositions, PositionList> LIST =
      Operation.named("positions.list")
          .get("/api/positions")
          .roles(Role.RECRUITER)
          .takes(ListPositions.class)
          .gives(PositionList.class)
          .says("Lists positions, newest first, with how many applications each has.");

  public static final Operation<ById, Position> GET =
      Operation.named("positions.get")
          .get("/api/positions/{id}")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(Position.class)
          .says("Reads one position with its prompts and criteria.");

  public static final Operation<CreatePosition, Position> CREATE =
      Operation.named("positions.create")
          .post("/api/positions")
          .roles(Role.RECRUITER)
          .takes(CreatePosition.class)
          .gives(Position.class)
          .says("Makes a position; only title and description are needed.");

  public static final Operation<UpdatePosition, Position> UPDATE =
      Operation.named("positions.update")
          .put("/api/positions/{id}")
          .roles(Role.RECRUITER)
          .takes(UpdatePosition.class)
          .gives(Position.class)
          .says("Saves a whole position; a stale version is refused with the current record.");

  public static final Operation<ById, Nothing> DELETE =
      Operation.named("positions.delete")
          .delete("/api/positions/{id}")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(Nothing.class)
          .says("Deletes a position that has no applications.");

  /** {@code q} searches the title. */
  public record ListPositions(
      PositionStatus status,
      @Size(max = 200) String q,
      @Min(1) @Max(1_000_000) Integer page,
      @Min(1) @Max(200) Integer pageSize) {}

  /** One line of the list; {@code missing} names the prompts without which nobody is called. */
  public record PositionRow(
      long id,
      String title,
      PositionStatus status,
      String language,
      long openApplications,
      long applications,
      Instant createdAt,
      boolean callable,
      List<String> missing) {}

  /** A page of positions. */
  public record PositionList(List<PositionRow> items, long total, @Nullable String next) {}

  /** A position as it is stored. Hours are of the configured zone; the end hour is not included. */
  public record Position(
      long id,
      String title,
      String description,
      PositionStatus status,
      String language,
      String campaignQuestions,
      @Nullable String systemPrompt,
      @Nullable String firstMessage,
      @Nullable String qualificationPrompt,
      int callRetryMax,
      int callRetryIntervalMinutes,
      int callingHourStart,
      int callingHourEnd,
      int followUpIntervalHours,
      int rejectedCvTimeoutDays,
      List<Criterion> criteria,
      int version,
      Instant createdAt,
      Instant updatedAt) {}

  /** What is left out gets its default. */
  public record CreatePosition(
      @NotBlank @Size(max = 200) String title,
      @NotBlank @Size(max = 50_000) String description,
      PositionStatus status,
      @Size(max = 2) String language,
      @Size(max = 20_000) String campaignQuestions,
      @Size(max = 50_000) String systemPrompt,
      @Size(max = 10_000) String firstMessage,
      @Size(max = 50_000) String qualificationPrompt,
      Integer callRetryMax,
      Integer callRetryIntervalMinutes,
      Integer callingHourStart,
      Integer callingHourEnd,
      Integer followUpIntervalHours,
      Integer rejectedCvTimeoutDays) {

    PositionFields fields() {
      return new PositionFields(
          title,
          description,
          status == null ? PositionStatus.OPEN : status,
          or(language, "en"),
          or(campaignQuestions, ""),
          systemPrompt,
          firstMessage,
          qualificationPrompt,
          or(callRetryMax, 2),
          or(callRetryIntervalMinutes, 60),
          or(callingHourStart, 10),
          or(callingHourEnd, 18),
          or(followUpIntervalHours, 48),
          or(rejectedCvTimeoutDays, 7));
    }

    private static <T> T or(T value, T otherwise) {
      return value == null ? otherwise : value;
    }
  }

  /** The whole record and the version it was read with; a prompt left out is emptied. */
  public record UpdatePosition(
      @Min(1) long id,
      int version,
      @NotBlank @Size(max = 200) String title,
      @NotBlank @Size(max = 50_000) String description,
      @NotNull PositionStatus status,
      @NotBlank @Size(max = 2) String language,
      @Size(max = 20_000) String campaignQuestions,
      @Size(max = 50_000) String systemPrompt,
      @Size(max = 10_000) String firstMessage,
      @Size(max = 50_000) String qualificationPrompt,
      int callRetryMax,
      int callRetryIntervalMinutes,
      int callingHourStart,
      int callingHourEnd,
      int followUpIntervalHours,
      int rejectedCvTimeoutDays) {

    PositionFields fields() {
      return new PositionFields(
          title,
          description,
          status,
          language,
          campaignQuestions == null ? "" : campaignQuestions,
          systemPrompt,
          firstMessage,
          qualificationPrompt,
          callRetryMax,
          callRetryIntervalMinutes,
          callingHourStart,
          callingHourEnd,
          followUpIntervalHours,
          rejectedCvTimeoutDays);
    }
  }
}

package recruitflow.screening.imports;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recruitflow.domain.screening.leads.ImportPlan.Effect;
import recruitflow.domain.screening.leads.ImportPlan.Kept;
import recruitflow.domain.screening.leads.LeadFile.Column;
import recruitflow.domain.screening.leads.MatchedOn;
import recruitflow.domain.screening.leads.Remark;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Operation.Nothing;
import recruitflow.platform.operations.Role;
import recruitflow.platform.operations.documents.Words;

/** What can be asked about imports of lead files; the upload itself is a route of its own. */
public final class ImportOperations {
  private ImportOperations() {}

  public static final Operation<Nothing, ImportList> LIST =
      Operation.named("imports.list")
          .get("/api/imports")
          .roles(Role.RECRUITER)
          .takes(Nothing.class)
          .gives(ImportList.class)
          .says("Lists the last 100 imports, newest first.");

  public static final Operation<ById, ImportPreview> GET =
      Operation.named("imports.get")
          .get("/api/imports/{id}")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(ImportPreview.class)
          .says("Reads an import: what it would do, or what it did with its summary.");

  public static final Operation<Reread, ImportPreview> REREAD =
      Operation.named("imports.reread")
          .post("/api/imports/{id}/reread")
          .roles(Role.RECRUITER)
          .takes(Reread.class)
          .gives(ImportPreview.class)
          .says("Reads an uploaded file again: other encoding, delimiter or meaning of columns.");

  public static final Operation<ById, ImportSummary> CONFIRM =
      Operation.named("imports.confirm")
          .post("/api/imports/{id}/confirm")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(ImportSummary.class)
          .says("Does what the preview shows, once; asked again it tells what was done.");

  public static final Operation<ById, Nothing> DISCARD =
      Operation.named("imports.discard")
          .delete("/api/imports/{id}")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(Nothing.class)
          .says("Throws away an upload that was not confirmed, its file included.");

  public static final Operation<ById, ImportSummary> UNDO =
      Operation.named("imports.undo")
          .post("/api/imports/{id}/undo")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(ImportSummary.class)
          .says("Takes a confirmed import back whole, as long as nobody worked on what it made.");

  /**
   * What is left out is detected; {@code mapping} says by header what a column is, and stays as it
   * was when it is left out.
   */
  public record Reread(
      @Min(1) long id,
      @Size(max = 40) String encoding,
      @Size(max = 40) String delimiter,
      @Size(max = 1_000) Map<String, String> mapping) {}

  /** An uploaded file with what its sender said about it. */
  public record Upload(
      @NotBlank String fileName,
      long positionId,
      String encoding,
      String delimiter,
      Map<String, String> mapping) {}

  /** How words of the file look in an encoding. */
  public record EncodingReading(String encoding, List<String> samples) {}

  /** One import in the list. */
  public record ImportItem(
      long id,
      long positionId,
      String positionTitle,
      String fileName,
      @Words({"previewed", "confirmed", "discarded", "undone"}) String state,
      Instant createdAt,
      int candidatesCreated,
      int candidatesUpdated,
      int applicationsCreated,
      int duplicatesSkipped,
      int rowsRefused) {}

  /** The last imports. */
  public record ImportList(List<ImportItem> items, long total, @Nullable String next) {}

  /** Whom a new candidate may be; the id is null for somebody further up in the same file. */
  public record DuplicateOf(Long candidateId, String name, MatchedOn matchedOn) {}

  /**
   * One row of the file; {@code answers} is how many questions were answered, {@code remarks} the
   * sentences of {@code error} and {@code warning} each with its column, {@code kept} what a person
   * has put right by hand and the row does not undo.
   */
  public record ImportRow(
      int rowNumber,
      String fullName,
      String phone,
      String email,
      @Nullable String campaignName,
      int answers,
      Effect effect,
      @Nullable String error,
      @Nullable String warning,
      @Nullable DuplicateOf duplicateOf,
      List<Remark> remarks,
      List<Kept> kept) {}

  /** How many rows have which effect, and what follows from them. */
  public record Counts(
      int create,
      int update,
      int skip,
      int refuse,
      int applications,
      int duplicatesSkipped,
      int possibleDuplicates) {}

  /**
   * A file as read, with what importing it does; {@code summary} is null before confirmation. Where
   * the encoding is in doubt, {@code readings} shows the same words in each that is likely. {@code
   * fields} are what a column can be mapped to.
   */
  public record ImportPreview(
      long id,
      long positionId,
      String positionTitle,
      String fileName,
      @Words({"previewed", "confirmed", "discarded", "undone"}) String state,
      String encoding,
      String delimiter,
      List<String> encodings,
      List<String> delimiters,
      List<ImportRow> rows,
      Counts counts,
      List<String> questions,
      List<String> ignoredColumns,
      List<String> fields,
      List<Column> columns,
      List<EncodingReading> readings,
      @Nullable ImportSummary summary) {}

  /** Two records that may be one person. */
  public record PossibleDuplicate(
      long candidateId,
      String name,
      long otherCandidateId,
      String otherName,
      MatchedOn matchedOn) {}

  /** Why a row was not imported; {@code column} is null when the whole row is at fault. */
  public record RowError(
      int rowNumber,
      @Nullable String column,
      String message,
      String code,
      Map<String, String> params) {}

  /** What an import did. */
  public record ImportSummary(
      long id,
      @Words({"previewed", "confirmed", "discarded", "undone"}) String state,
      int candidatesCreated,
      int candidatesUpdated,
      int applicationsCreated,
      int duplicatesSkipped,
      int rowsSkipped,
      int rowsRefused,
      List<PossibleDuplicate> possibleDuplicates,
      List<RowError> errors,
      boolean undoable) {}
}

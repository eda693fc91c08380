package recruitflow.domain.screening.leads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A lead file as read: its rows, or why it cannot be used. Reading never fails on any bytes. */
public sealed interface LeadFile {
  /** The largest number of rows of one file. */
  int MAX_ROWS = 10_000;

  /** The largest file, in bytes. */
  int MAX_BYTES = 20 * 1024 * 1024;

  /** What the file was read as. */
  FileEncoding encoding();

  Delimiter delimiter();

  /** A file with at least one row. */
  record Leads(
      FileEncoding encoding,
      Delimiter delimiter,
      List<LeadRow> rows,
      List<String> questions,
      List<String> ignoredColumns)
      implements LeadFile {}

  /** A file of which nothing is imported, and the reason; missing columns are listed by name. */
  record Unusable(
      FileEncoding encoding, Delimiter delimiter, String reason, List<String> missingColumns)
      implements LeadFile {}

  /**
   * How to read it: what the recruiter chose, else what the bytes suggest.
   *
   * @param region where phone numbers without country code belong, such as RO
   */
  record Reading(Optional<FileEncoding> encoding, Optional<Delimiter> delimiter, String region) {
    /** Everything is detected. */
    public static Reading detecting(String region) {
      return new Reading(Optional.empty(), Optional.empty(), region);
    }
  }

  /** Reads a file. */
  static LeadFile read(byte[] bytes, Reading reading) {
    var encoding = reading.encoding().orElseGet(() -> FileEncoding.detect(bytes));
    var text = bytes.length > MAX_BYTES ? "" : encoding.decode(bytes);
    var table = LeadTable.read(text, reading.delimiter());
    var reason = unreadable(bytes).or(() -> unusable(table));
    if (reason.isPresent()) {
      var missing = table.lines().isEmpty() ? List.<String>of() : table.columns().missing();
      return new Unusable(encoding, table.delimiter(), reason.get(), missing);
    }
    return leads(encoding, table, new LeadReader(table.columns(), reading.region()));
  }

  private static Leads leads(FileEncoding encoding, LeadTable table, LeadReader reader) {
    var rows = new ArrayList<LeadRow>();
    for (var line : table.lines().subList(1, table.lines().size())) {
      rows.add(reader.read(line));
    }
    var columns = table.columns();
    return new Leads(
        encoding, table.delimiter(), List.copyOf(rows), columns.questions(), columns.ignored());
  }

  private static Optional<String> unreadable(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return Optional.of("The file is larger than " + MAX_BYTES / 1024 / 1024 + " MB.");
    }
    boolean zip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 9;
    return zip
        ? Optional.of("The file is a workbook or an archive; save the sheet as CSV first.")
        : Optional.empty();
  }

  private static Optional<String> unusable(LeadTable table) {
    if (table.lines().isEmpty()) {
      return Optional.of("The file is empty: it has no rows.");
    }
    var missing = table.columns().missing();
    if (!missing.isEmpty()) {
      return Optional.of(
          "The file lacks these columns: "
              + String.join(", ", missing)
              + ". Choose another encoding or delimiter if they are there.");
    }
    if (table.lines().size() == 1) {
      return Optional.of("The file has a header and no rows.");
    }
    return table.lines().size() - 1 > MAX_ROWS
        ? Optional.of("The file has more than " + MAX_ROWS + " rows.")
        : Optional.empty();
  }
}

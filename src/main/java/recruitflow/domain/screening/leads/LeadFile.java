package recruitflow.domain.screening.leads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import recruitflow.domain.screening.leads.encoding.EncodingGuess;
import recruitflow.domain.screening.leads.encoding.FileEncoding;

/** A lead file as read: its rows, or why it cannot be used. Reading never fails on any bytes. */
public sealed interface LeadFile {
  /** The largest number of rows of one file. */
  int MAX_ROWS = 10_000;

  /** The largest file, in bytes. */
  int MAX_BYTES = 20 * 1024 * 1024;

  /** What the file was read as. */
  FileEncoding encoding();

  Delimiter delimiter();

  /** What a column was taken for, and the first things in it. */
  record Column(String header, LeadField field, List<String> samples) {}

  /**
   * A file with at least one row.
   *
   * @param readings how words look in this encoding and others that are about as likely; empty when
   *     there is no doubt
   */
  record Leads(
      FileEncoding encoding,
      List<EncodingGuess.Reading> readings,
      Delimiter delimiter,
      List<Column> columns,
      List<LeadRow> rows)
      implements LeadFile {
    /** Headers of columns of that kind. */
    public List<String> headers(LeadField field) {
      return columns.stream().filter(c -> c.field() == field).map(Column::header).toList();
    }
  }

  /**
   * A file of which nothing is imported, and the reason; missing columns are listed by name, with
   * what the columns that are there were taken for, so that a person can say which is which.
   */
  record Unusable(
      FileEncoding encoding,
      Delimiter delimiter,
      Remark reason,
      List<String> missingColumns,
      List<Column> columns)
      implements LeadFile {}

  /**
   * How to read it: what the recruiter chose, else what the bytes and the header suggest.
   *
   * @param mapping what a column is, by its header
   * @param region where phone numbers without country code belong, such as RO
   */
  record Reading(
      Optional<FileEncoding> encoding,
      Optional<Delimiter> delimiter,
      Map<String, LeadField> mapping,
      String region) {
    public Reading {
      mapping = Map.copyOf(mapping);
    }

    /** Everything is detected. */
    public static Reading detecting(String region) {
      return new Reading(Optional.empty(), Optional.empty(), Map.of(), region);
    }
  }

  /** Reads the file; whatever the bytes are, it answers. */
  static LeadFile read(byte[] bytes, Reading reading) {
    var small = bytes.length > MAX_BYTES ? new byte[0] : bytes;
    var guess = EncodingGuess.of(small);
    var encoding = reading.encoding().orElse(guess.encoding());
    var table = LeadTable.read(encoding.decode(small), reading.delimiter(), reading.mapping());
    var reason = unreadable(bytes).or(() -> unusable(table));
    if (reason.isPresent()) {
      var missing = table.lines().isEmpty() ? List.<String>of() : table.columns().missing();
      return new Unusable(encoding, table.delimiter(), reason.get(), missing, columns(table));
    }
    var reader = new LeadReader(table.columns(), reading.region());
    var rows = table.lines().stream().skip(1).map(reader::read).toList();
    return new Leads(encoding, guess.readings(), table.delimiter(), columns(table), rows);
  }

  private static List<Column> columns(LeadTable table) {
    var columns = table.columns();
    return IntStream.range(0, columns.headers().size())
        .mapToObj(
            i -> new Column(columns.headers().get(i), columns.fields().get(i), table.samples(i)))
        .toList();
  }

  private static Optional<Remark> unreadable(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return refused("too_large", "The file is larger than " + MAX_BYTES / 1024 / 1024 + " MB.");
    }
    boolean zip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 9;
    return zip
        ? refused("workbook", "The file is a workbook or an archive; save the sheet as CSV first.")
        : Optional.empty();
  }

  private static Optional<Remark> unusable(LeadTable table) {
    if (table.lines().isEmpty()) {
      return refused("empty", "The file is empty: it has no rows.");
    }
    var missing = String.join(", ", table.columns().missing());
    if (!missing.isEmpty()) {
      var words =
          "The file lacks these columns: "
              + missing
              + ". Say which columns they are, or choose another encoding or delimiter.";
      return Optional.of(new Remark("", "columns_missing", Map.of("missing", missing), words));
    }
    if (table.lines().size() == 1) {
      return refused("header_only", "The file has a header and no rows.");
    }
    return table.lines().size() - 1 > MAX_ROWS
        ? refused("too_many_rows", "The file has more than " + MAX_ROWS + " rows.")
        : Optional.empty();
  }

  private static Optional<Remark> refused(String code, String words) {
    return Optional.of(Remark.of("", code, words));
  }
}

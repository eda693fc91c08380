package recruitflow.domain.screening.leads;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import recruitflow.domain.desk.candidates.VisibleText;

/** The lines of a delimited text, the header first. */
record LeadTable(Delimiter delimiter, LeadColumns columns, List<Line> lines) {
  private static final int MAX_CELLS = 1_000;
  private static final int SAMPLES = 3;
  private static final int SAMPLE_LENGTH = 80;

  /** The cells of one record and the line of the file on which it begins. */
  record Line(int number, List<String> cells) {
    Line with(Line rest) {
      var all = new ArrayList<>(cells.subList(0, cells.size() - 1));
      all.add(cells.getLast() + "\n" + rest.cells().getFirst());
      all.addAll(rest.cells().subList(1, rest.cells().size()));
      return new Line(number, List.copyOf(all));
    }
  }

  /**
   * Splits the text by the given delimiter, or by the one that shows most columns of a person.
   *
   * @param mapping what a person said a column is, by its header
   */
  static LeadTable read(String text, Optional<Delimiter> chosen, Map<String, LeadField> mapping) {
    var body = Body.of(text).withoutSeparatorLine();
    var delimiter = chosen.orElseGet(() -> detect(body, mapping));
    var lines = lines(body, delimiter);
    var header = lines.isEmpty() ? List.<String>of() : lines.getFirst().cells();
    var columns = LeadColumns.of(header, mapping);
    return new LeadTable(delimiter, columns, joined(lines, columns));
  }

  /**
   * An answer without quotation marks went over several lines where a line ends before anything
   * that reaches the person and the next one has just the rest, and where a line has no delimiter.
   */
  private static List<Line> joined(List<Line> lines, LeadColumns columns) {
    var joined = new ArrayList<Line>();
    for (var line : lines) {
      if (joined.size() > 1 && isContinued(joined.getLast(), line, columns)) {
        joined.set(joined.size() - 1, joined.getLast().with(line));
      } else {
        joined.add(line);
      }
    }
    return joined;
  }

  private static boolean isContinued(Line before, Line line, LeadColumns columns) {
    int expected = columns.headers().size();
    if (before.cells().isEmpty() || line.cells().isEmpty() || before.cells().size() > expected)
      return false;
    if (line.cells().size() == 1)
      return columns.fields().get(before.cells().size() - 1) == LeadField.QUESTION;
    return before.cells().size() <= columns.firstContact()
        && before.cells().size() + line.cells().size() - 1 == expected;
  }

  /** The first things in the column of that number. */
  List<String> samples(int column) {
    return lines.stream()
        .skip(1)
        .filter(line -> column < line.cells().size())
        .map(line -> VisibleText.line(line.cells().get(column)))
        .filter(text -> !text.isEmpty())
        .map(text -> text.substring(0, Math.min(SAMPLE_LENGTH, text.length())))
        .limit(SAMPLES)
        .toList();
  }

  private static Delimiter detect(Body body, Map<String, LeadField> mapping) {
    return Stream.of(Delimiter.values())
        .max(
            Comparator.comparingInt((Delimiter d) -> header(body, d, mapping).found())
                .thenComparingInt(d -> header(body, d, mapping).headers().size()))
        .orElse(Delimiter.TAB);
  }

  private static LeadColumns header(
      Body body, Delimiter delimiter, Map<String, LeadField> mapping) {
    var header = new ArrayList<Line>();
    collect(body, delimiter, 1, header);
    return LeadColumns.of(header.isEmpty() ? List.of() : header.getFirst().cells(), mapping);
  }

  private static List<Line> lines(Body body, Delimiter delimiter) {
    var lines = new ArrayList<Line>();
    var rest = Optional.of(body);
    while (rest.isPresent() && lines.size() <= LeadFile.MAX_ROWS + 1) {
      rest = collect(rest.get(), delimiter, LeadFile.MAX_ROWS + 2, lines);
    }
    return lines;
  }

  /** Adds the records; answers what is left to read after a quotation mark that never closes. */
  private static Optional<Body> collect(Body body, Delimiter delimiter, int most, List<Line> into) {
    int expected = into.isEmpty() ? 0 : into.getFirst().cells().size();
    try (var reader = reader(body, delimiter)) {
      for (var record : reader) {
        int line = (int) record.getStartingLineNumber() + body.firstLine() - 1;
        if (swallowsLines(record, expected, delimiter)) {
          into.add(plainLine(body.line(line), line, delimiter));
          return Optional.of(body.after(line));
        }
        if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
          into.add(new Line(line, record.getFields()));
        }
        expected = into.isEmpty() ? 0 : into.getFirst().cells().size();
        if (into.size() >= most) {
          return Optional.empty();
        }
      }
    } catch (CsvParseException e) {
      // A record beyond all limits: the rest of the file is one line that fits no header.
      into.add(new Line(body.firstLine() + into.size(), List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory cannot fail to be read
    }
    return Optional.empty();
  }

  private static CsvReader<CsvRecord> reader(Body body, Delimiter delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter.sign())
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .build(CsvRecordHandler.of(b -> b.maxFields(MAX_CELLS)), body.reader());
  }

  /** Whether a quotation mark that never closes has taken in other rows: they have delimiters. */
  private static boolean swallowsLines(CsvRecord record, int expected, Delimiter delimiter) {
    return expected > 0
        && record.getFieldCount() != expected
        && record.getFields().stream()
            .flatMap(cell -> cell.lines().skip(1))
            .anyMatch(line -> columns(line, delimiter) > Math.max(1, expected / 2));
  }

  private static int columns(String line, Delimiter delimiter) {
    return 1 + (int) line.chars().filter(c -> c == delimiter.sign()).count();
  }

  private static Line plainLine(String text, int number, Delimiter delimiter) {
    return new Line(number, List.of(text.split(String.valueOf(delimiter.sign()), -1)));
  }
}

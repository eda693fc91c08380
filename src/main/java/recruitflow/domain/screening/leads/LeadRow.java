package recruitflow.domain.screening.leads;

import java.util.List;
import java.util.SequencedMap;

/** One row of a lead file and what is to be done with it. */
public sealed interface LeadRow {
  /** The line of the file it begins on; the header is line 1. */
  int rowNumber();

  /** Every column as it came, by its header. */
  SequencedMap<String, String> raw();

  /** A person to import. */
  record Usable(int rowNumber, SequencedMap<String, String> raw, Lead lead, List<Remark> warnings)
      implements LeadRow {}

  /** Nobody to import, and nothing wrong with that: a test lead. */
  record Skipped(int rowNumber, SequencedMap<String, String> raw, Remark why) implements LeadRow {}

  /** A row that cannot be imported, with the column that is at fault. */
  record Refused(int rowNumber, SequencedMap<String, String> raw, Remark why) implements LeadRow {}
}

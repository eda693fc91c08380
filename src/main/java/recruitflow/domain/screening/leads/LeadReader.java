package recruitflow.domain.screening.leads;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import recruitflow.domain.desk.candidates.EmailAddress;
import recruitflow.domain.desk.candidates.FormAnswer;
import recruitflow.domain.desk.candidates.FullName;
import recruitflow.domain.desk.candidates.PhoneReading;

/** Turns the lines of a lead file into leads, or says what is wrong with them. */
final class LeadReader {
  private static final int LONGEST_CELL = 10_000;
  private static final List<String> TEST_ADDRESSES = List.of("test@fb.com", "test@meta.com");

  private final LeadColumns columns;
  private final String region;

  LeadReader(LeadColumns columns, String region) {
    this.columns = columns;
    this.region = region;
  }

  LeadRow read(LeadTable.Line line) {
    var raw = raw(line);
    if (isTestLead(line)) {
      return new LeadRow.Skipped(line.number(), raw, "Meta test lead");
    }
    var refusal = refusal(line, raw);
    if (refusal != null) {
      return refusal;
    }
    var warnings = new ArrayList<String>();
    var lead = lead(line, raw, warnings);
    return lead.phone().key().isEmpty() && lead.email().isEmpty()
        ? refused(line, raw, "phone_number", noContact(warnings))
        : new LeadRow.Usable(line.number(), raw, lead, List.copyOf(warnings));
  }

  private LeadRow.Refused refusal(LeadTable.Line line, SequencedMap<String, String> raw) {
    if (line.cells().isEmpty()) {
      return refused(line, raw, "", "From this line on the file cannot be split into columns.");
    }
    if (raw.size() > columns.headers().size()) {
      return refused(
          line,
          raw,
          "",
          "The row has " + raw.size() + " columns, the header " + columns.headers().size() + ".");
    }
    var tooLong = raw.entrySet().stream().filter(e -> e.getValue().length() > LONGEST_CELL);
    var column = tooLong.map(e -> e.getKey()).findFirst();
    if (column.isPresent()) {
      return refused(
          line, raw, column.get(), "The text is longer than " + LONGEST_CELL + " characters.");
    }
    if (cell(line, "id").isEmpty() || cell(line, "id").length() > 200) {
      return refused(line, raw, "id", "The row has no lead id.");
    }
    return null;
  }

  private static LeadRow.Refused refused(
      LeadTable.Line line, SequencedMap<String, String> raw, String column, String reason) {
    return new LeadRow.Refused(line.number(), raw, column, reason);
  }

  private static String noContact(List<String> warnings) {
    return warnings.isEmpty()
        ? "The row has neither a phone number nor an e-mail address."
        : "The row has no usable contact: " + String.join(" ", warnings);
  }

  private Lead lead(LeadTable.Line line, SequencedMap<String, String> raw, List<String> warnings) {
    var created = LeadTime.read(cell(line, "created_time"));
    if (created.isEmpty()) {
      warnings.add("created_time is not a time with zone; it is left empty.");
    }
    var phone = PhoneReading.of(cell(line, "phone_number"), region);
    if (phone.doubt() != null) {
      warnings.add("phone_number is not dialled: " + phone.doubt().words());
    }
    var name = FullName.of(rawCell(line, "full_name"));
    if (name.first().isEmpty()) {
      warnings.add("full_name is empty.");
    }
    if (raw.values().stream().anyMatch(text -> text.indexOf('\uFFFD') >= 0)) {
      warnings.add("Some characters could not be read; another encoding may be the right one.");
    }
    return new Lead(
        cell(line, "id"),
        created.orElse(null),
        cell(line, "campaign_name"),
        cell(line, "platform"),
        name,
        phone,
        email(cell(line, "email"), warnings),
        answers(raw));
  }

  private static String email(String cell, List<String> warnings) {
    var email = EmailAddress.clean(cell);
    if (email.isEmpty() || EmailAddress.isPlausible(email)) {
      return email;
    }
    warnings.add("email is not an address; it is left empty.");
    return "";
  }

  private SequencedMap<String, String> answers(SequencedMap<String, String> raw) {
    var answers = new LinkedHashMap<String, String>();
    for (var question : columns.questions()) {
      var answer = FormAnswer.humanise(raw.getOrDefault(question, ""));
      if (!answer.isEmpty()) {
        answers.put(question, answer);
      }
    }
    return answers;
  }

  private boolean isTestLead(LeadTable.Line line) {
    var email = EmailAddress.clean(cell(line, "email"));
    return TEST_ADDRESSES.contains(email) || line.cells().stream().anyMatch(LeadReader::isTestText);
  }

  private static boolean isTestText(String cell) {
    return cell.indexOf('<') >= 0 && cell.toLowerCase(Locale.ROOT).contains("<test lead:");
  }

  /** Every cell by its header; cells beyond the header count only when something is in them. */
  private SequencedMap<String, String> raw(LeadTable.Line line) {
    var raw = new LinkedHashMap<String, String>();
    int known = columns.headers().size();
    for (int i = 0; i < line.cells().size(); i++) {
      var header = i < known ? columns.headers().get(i) : "column " + (i + 1) + " beyond header";
      if (i < known || !line.cells().get(i).isBlank()) {
        raw.put(header, line.cells().get(i));
      }
    }
    return raw;
  }

  private String cell(LeadTable.Line line, String column) {
    return rawCell(line, column).strip();
  }

  private String rawCell(LeadTable.Line line, String column) {
    int at = columns.standard().get(column);
    return at < line.cells().size() ? line.cells().get(at) : "";
  }
}

package recruitflow.domain.screening.leads;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import recruitflow.domain.desk.candidates.EmailAddress;
import recruitflow.domain.desk.candidates.FormAnswer;
import recruitflow.domain.desk.candidates.FullName;
import recruitflow.domain.desk.candidates.PhoneReading;
import recruitflow.domain.desk.candidates.VisibleText;

/** Turns the lines of a lead file into leads, or says what is wrong with them. */
final class LeadReader {
  private static final int LONGEST_CELL = 10_000;
  private static final int LONGEST_ID = 200;
  private static final List<String> TEST_ADDRESSES = List.of("test@fb.com", "test@meta.com");

  private final LeadColumns columns;
  private final String region;
  private final Map<LeadField, List<Integer>> spare = new EnumMap<>(LeadField.class);

  LeadReader(LeadColumns columns, String region) {
    this.columns = columns;
    this.region = region;
    for (var field : LeadField.values()) {
      spare.put(field, columns.alsoAt(field));
    }
  }

  LeadRow read(LeadTable.Line line) {
    var raw = raw(line);
    if (isTestLead(line)) {
      var why = Remark.of("", "test_lead", "Meta test lead");
      return new LeadRow.Skipped(line.number(), raw, why);
    }
    var refusal = refusal(line, raw);
    if (refusal != null) {
      return new LeadRow.Refused(line.number(), raw, refusal);
    }
    var warnings = new ArrayList<Remark>();
    var lead = lead(line, raw, warnings);
    return lead.phone().key().isEmpty() && lead.email().isEmpty()
        ? new LeadRow.Refused(line.number(), raw, noContact(warnings))
        : new LeadRow.Usable(line.number(), raw, lead, List.copyOf(warnings));
  }

  private Remark refusal(LeadTable.Line line, SequencedMap<String, String> raw) {
    if (line.cells().isEmpty()) {
      return Remark.of("", "not_split", "From this line on the file cannot be split into columns.");
    }
    int expected = columns.headers().size();
    if (raw.size() > expected) {
      return new Remark(
          "",
          "too_many_columns",
          Map.of("found", String.valueOf(raw.size()), "expected", String.valueOf(expected)),
          "The row has " + raw.size() + " columns, the header " + expected + ".");
    }
    var tooLong = raw.entrySet().stream().filter(e -> e.getValue().length() > LONGEST_CELL);
    var column = tooLong.map(Map.Entry::getKey).findFirst();
    if (column.isPresent()) {
      return new Remark(
          column.get(),
          "too_long",
          Map.of("most", String.valueOf(LONGEST_CELL)),
          "The text is longer than " + LONGEST_CELL + " characters.");
    }
    var id = cell(line, LeadField.ID);
    return columns.has(LeadField.ID) && (id.isEmpty() || id.length() > LONGEST_ID)
        ? Remark.of(LeadField.ID, "no_lead_id", "The row has no lead id.")
        : null;
  }

  /** What is wrong with the address or number that is there says more than that there is none. */
  private static Remark noContact(List<Remark> warnings) {
    return warnings.stream()
        .filter(
            remark ->
                remark.column().equals(LeadField.PHONE_NUMBER.text())
                    || remark.column().equals(LeadField.EMAIL.text()))
        .findFirst()
        .orElseGet(
            () ->
                Remark.of(
                    LeadField.PHONE_NUMBER,
                    "no_contact",
                    "The row has neither a phone number nor an e-mail address."));
  }

  private Lead lead(LeadTable.Line line, SequencedMap<String, String> raw, List<Remark> warnings) {
    var created = LeadTime.read(cell(line, LeadField.CREATED_TIME));
    if (columns.has(LeadField.CREATED_TIME) && created.isEmpty()) {
      warnings.add(
          Remark.of(
              LeadField.CREATED_TIME,
              "bad_time",
              "The time of submission is not a time with zone; it is left empty."));
    }
    var phone = phone(cell(line, LeadField.PHONE_NUMBER), warnings);
    var email = email(cell(line, LeadField.EMAIL), warnings);
    var name = name(line);
    if (name.first().isEmpty()) {
      warnings.add(Remark.of(LeadField.FULL_NAME, "no_name", "The row has no name."));
    }
    unreadable(raw, warnings);
    return new Lead(
        leadId(cell(line, LeadField.ID), name, phone, email, warnings),
        created.orElse(null),
        cell(line, LeadField.CAMPAIGN_NAME),
        cell(line, LeadField.PLATFORM),
        name,
        phone,
        email,
        answers(line));
  }

  private FullName name(LeadTable.Line line) {
    var full = VisibleText.of(rawCell(line, LeadField.FULL_NAME));
    return full.isBlank()
        ? FullName.of(
            VisibleText.line(rawCell(line, LeadField.FIRST_NAME)),
            VisibleText.line(rawCell(line, LeadField.LAST_NAME)))
        : FullName.of(full);
  }

  private static void unreadable(SequencedMap<String, String> raw, List<Remark> warnings) {
    raw.forEach(
        (header, text) -> {
          if (text.indexOf('\uFFFD') >= 0) {
            warnings.add(
                Remark.of(
                    header, "unreadable", "Some characters of " + header + " are unreadable."));
          }
        });
  }

  private static String leadId(
      String id, FullName name, PhoneReading phone, String email, List<Remark> warnings) {
    if (id.isEmpty()) {
      return LeadId.ofPerson("", name.full(), phone.key(), email);
    }
    if (!LeadId.isRounded(id)) {
      return id;
    }
    warnings.add(
        Remark.of(
            LeadField.ID,
            "rounded_id",
            "A spreadsheet has rounded the lead id; the person is known by name and contact."));
    return LeadId.ofPerson(id, name.full(), phone.key(), email);
  }

  private PhoneReading phone(String cell, List<Remark> warnings) {
    var phone = PhoneReading.of(cell, region);
    if (phone.doubt() != null) {
      warnings.add(
          new Remark(
              LeadField.PHONE_NUMBER.text(),
              "phone_doubtful",
              Map.of("doubt", phone.doubt().text(), "phone", phone.shown()),
              "The phone number is not dialled. " + phone.doubt().words()));
    }
    return phone;
  }

  private static String email(String cell, List<Remark> warnings) {
    var email = EmailAddress.clean(cell);
    if (email.isEmpty() || EmailAddress.isPlausible(email)) {
      return email;
    }
    warnings.add(
        Remark.of(LeadField.EMAIL, "bad_email", "It is not an e-mail address and is left empty."));
    return "";
  }

  private SequencedMap<String, String> answers(LeadTable.Line line) {
    var answers = new LinkedHashMap<String, String>();
    for (int i = 0; i < Math.min(columns.headers().size(), line.cells().size()); i++) {
      var answer = FormAnswer.humanise(VisibleText.of(line.cells().get(i)));
      if (columns.fields().get(i) == LeadField.QUESTION && !answer.isEmpty()) {
        answers.put(columns.headers().get(i), answer);
      }
    }
    return answers;
  }

  private boolean isTestLead(LeadTable.Line line) {
    var email = EmailAddress.clean(cell(line, LeadField.EMAIL));
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

  private String cell(LeadTable.Line line, LeadField field) {
    return VisibleText.line(rawCell(line, field));
  }

  private String rawCell(LeadTable.Line line, LeadField field) {
    var cell = cell(line, columns.at(field).orElse(Integer.MAX_VALUE));
    return cell.isBlank()
        ? spare.get(field).stream()
            .map(at -> cell(line, at))
            .filter(other -> !other.isBlank())
            .findFirst()
            .orElse(cell)
        : cell;
  }

  private static String cell(LeadTable.Line line, int at) {
    return at < line.cells().size() ? line.cells().get(at) : "";
  }
}

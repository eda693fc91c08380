package recruitflow.domain.screening.leads;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import recruitflow.domain.desk.candidates.VisibleText;

/** What each column of a lead file is. */
record LeadColumns(List<String> headers, List<LeadField> fields) {

  /**
   * Reads a header line; a column without name or with the name of another one gets its own.
   *
   * @param chosen what a person said a column is, by its header; the others are recognised
   */
  static LeadColumns of(List<String> line, Map<String, LeadField> chosen) {
    var headers = new ArrayList<String>();
    line.forEach(cell -> headers.add(free(VisibleText.line(cell), headers)));
    var normal = headers.stream().map(HeaderNames::normal).toList();
    boolean first = normal.stream().anyMatch(n -> HeaderNames.is(LeadField.FIRST_NAME, n));
    boolean last = normal.stream().anyMatch(n -> HeaderNames.is(LeadField.LAST_NAME, n));
    var taken = new EnumMap<LeadField, Boolean>(LeadField.class);
    chosen.values().forEach(field -> taken.put(field, true));
    var fields = new ArrayList<LeadField>();
    for (int i = 0; i < headers.size(); i++) {
      var recognised = HeaderNames.field(normal.get(i), first, last).orElse(LeadField.QUESTION);
      boolean free = !recognised.isOfThePerson() || taken.put(recognised, true) == null;
      var nameless = line.get(i).isBlank() ? LeadField.IGNORED : LeadField.QUESTION;
      fields.add(
          chosen.getOrDefault(
              headers.get(i), free && !line.get(i).isBlank() ? recognised : nameless));
    }
    return new LeadColumns(List.copyOf(headers), List.copyOf(fields));
  }

  private static String free(String cell, List<String> taken) {
    var name = cell.isEmpty() ? "column " + (taken.size() + 1) : cell;
    var free = name;
    for (int n = 2; taken.contains(free); n++) {
      free = name + " (" + n + ")";
    }
    return free;
  }

  boolean has(LeadField field) {
    return fields.contains(field);
  }

  /** Other columns of that name: where the first is left empty, one of them may be filled. */
  List<Integer> alsoAt(LeadField field) {
    return IntStream.range(0, headers.size())
        .filter(i -> fields.get(i) == LeadField.QUESTION)
        .filter(
            i -> {
              var name = headers.get(i).replaceFirst(" \\([0-9]+\\)$", "");
              return HeaderNames.is(field, HeaderNames.normal(name));
            })
        .boxed()
        .toList();
  }

  /** Where that field stands. */
  OptionalInt at(LeadField field) {
    int at = fields.indexOf(field);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
  }

  /**
   * Where the first column stands that reaches the person; after all of them when there is none.
   */
  int firstContact() {
    return IntStream.range(0, fields.size())
        .filter(i -> fields.get(i) == LeadField.EMAIL || fields.get(i) == LeadField.PHONE_NUMBER)
        .findFirst()
        .orElse(fields.size());
  }

  /** What a person cannot be imported without: a name, and one way to reach him. */
  List<String> missing() {
    var missing = new ArrayList<String>();
    if (!has(LeadField.FULL_NAME) && !has(LeadField.FIRST_NAME) && !has(LeadField.LAST_NAME)) {
      missing.add(LeadField.FULL_NAME.text());
    }
    if (!has(LeadField.PHONE_NUMBER) && !has(LeadField.EMAIL)) {
      missing.add(LeadField.PHONE_NUMBER.text() + " or " + LeadField.EMAIL.text());
    }
    return missing;
  }

  List<String> questions() {
    return of(LeadField.QUESTION);
  }

  List<String> ignored() {
    return of(LeadField.IGNORED);
  }

  private List<String> of(LeadField field) {
    return IntStream.range(0, headers.size())
        .filter(i -> fields.get(i) == field)
        .mapToObj(headers::get)
        .toList();
  }

  /** How many columns say something about the person, to tell one way of splitting from another. */
  int found() {
    return (int) fields.stream().filter(LeadField::isOfThePerson).count();
  }
}

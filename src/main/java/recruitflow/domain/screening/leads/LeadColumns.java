package recruitflow.domain.screening.leads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What each column of a lead file is: a standard one, one we do not use, or a question. */
record LeadColumns(List<String> headers, Map<String, Integer> standard, List<String> questions) {
  static final List<String> STANDARD =
      List.of(
          "id", "created_time", "campaign_name", "platform", "email", "full_name", "phone_number");
  private static final Set<String> IGNORED =
      Set.of(
          "ad_id",
          "ad_name",
          "adset_id",
          "adset_name",
          "campaign_id",
          "form_id",
          "form_name",
          "is_organic",
          "inbox_url",
          "lead_status");

  /** Reads a header line; a column without name or with the name of another one gets its own. */
  static LeadColumns of(List<String> line) {
    var headers = new ArrayList<String>();
    var standard = new HashMap<String, Integer>();
    var questions = new ArrayList<String>();
    for (var cell : line) {
      var header = free(cell, headers);
      var name = normal(header);
      if (STANDARD.contains(name) && !standard.containsKey(name)) {
        standard.put(name, headers.size());
      } else if (!cell.isBlank() && !IGNORED.contains(name)) {
        questions.add(header);
      }
      headers.add(header);
    }
    return new LeadColumns(List.copyOf(headers), Map.copyOf(standard), List.copyOf(questions));
  }

  private static String free(String cell, List<String> taken) {
    var name = cell.isBlank() ? "column " + (taken.size() + 1) : cell.strip();
    var free = name;
    for (int n = 2; taken.contains(free); n++) {
      free = name + " (" + n + ")";
    }
    return free;
  }

  private static String normal(String header) {
    return header.toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  List<String> missing() {
    return STANDARD.stream().filter(name -> !standard.containsKey(name)).toList();
  }

  List<String> ignored() {
    return headers.stream()
        .filter(h -> !questions.contains(h) && !standard.containsValue(headers.indexOf(h)))
        .toList();
  }

  int found() {
    return standard.size();
  }
}

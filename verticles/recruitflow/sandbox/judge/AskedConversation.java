package recruitflow.sandbox.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A conversation as a prompt writes it: one line for each turn, with or without its number. */
record AskedConversation(List<Line> lines) {
  private static final Pattern LINE =
      Pattern.compile(
          "(?im)^[ \\t]*(?:\\[?(\\d{1,4})[\\].):]*[ \\t]+)?"
              + "(agent|assistant|interviewer|user|candidate|caller)"
              + "[ \\t]*(?:\\(\\d[^)\\n]*\\))?[ \\t]*:[ \\t]*(\\S.*)$");

  /**
   * One turn.
   *
   * @param index the number it is written with, or its place
   */
  record Line(int index, boolean candidate, String text) {}

  AskedConversation {
    lines = List.copyOf(lines);
  }

  /** Finds the turns in a text; none if it holds no conversation. */
  static AskedConversation in(String text) {
    var lines = new ArrayList<Line>();
    var match = LINE.matcher(text);
    while (match.find()) {
      var index = match.group(1) == null ? lines.size() : Integer.parseInt(match.group(1));
      var role = match.group(2).toLowerCase(Locale.ROOT);
      var candidate = role.equals("user") || role.equals("candidate") || role.equals("caller");
      lines.add(new Line(index, candidate, match.group(3).strip()));
    }
    return new AskedConversation(lines);
  }

  Stream<Line> candidates() {
    return lines.stream().filter(Line::candidate);
  }

  /** What the candidate said next after the turn at this place, if anything. */
  Stream<Line> answerTo(Line question) {
    return lines.stream().skip(lines.indexOf(question) + 1L).takeWhile(Line::candidate).limit(1);
  }
}

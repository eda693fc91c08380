package recruitflow.platform.database;

import java.util.ArrayList;
import java.util.List;

/** The where of a statement whose filters are optional: only those asked for are in it. */
public final class Conditions {
  private final List<String> texts = new ArrayList<>();
  private final List<Object> args = new ArrayList<>();

  /** Adds a condition; each question mark stands for the next argument. */
  public Conditions and(String condition, Object... values) {
    var text = new StringBuilder();
    int next = 0;
    for (var part : condition.split("(?<=\\?)")) {
      if (part.endsWith("?")) {
        args.add(values[next++]);
        text.append(part, 0, part.length() - 1).append('$').append(args.size());
      } else {
        text.append(part);
      }
    }
    texts.add(text.toString());
    return this;
  }

  /** The same conditions, to be narrowed without changing these. */
  public Conditions copy() {
    var copy = new Conditions();
    copy.texts.addAll(texts);
    copy.args.addAll(args);
    return copy;
  }

  /** With its where, or empty when nothing was asked. */
  public String where() {
    return texts.isEmpty() ? "" : "where " + String.join("\n  and ", texts);
  }

  public Object[] args() {
    return args.toArray();
  }
}

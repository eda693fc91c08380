package recruitflow.domain.screening.evaluations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** How well the candidate fits, 0 to 100, as a model writes it. */
sealed interface Score {

  record Points(int value) implements Score {}

  /** No number, or one that may stand on another scale: it is asked for again, not guessed. */
  record Doubtful(String why) implements Score {}

  Pattern WRITTEN = Pattern.compile("(-?\\d{1,9}(?:\\.\\d{1,9})?)\\s*(?:%|/\\s*100|out of 100)?");

  /** A fraction no larger is a share of one or a mark out of ten. */
  double SMALL = 10;

  /** Missing counts as 0; out of range is moved to the nearest end. */
  static Score read(JsonNode node) {
    if (VerdictReader.isAbsent(node)) {
      return new Points(0);
    }
    if (node.isNumber()) {
      return of(node.doubleValue(), node.isIntegralNumber());
    }
    var written = WRITTEN.matcher(node.isTextual() ? node.textValue().strip() : "");
    return written.matches()
        ? of(Double.parseDouble(written.group(1)), written.group(1).indexOf('.') < 0)
        : new Doubtful("The score is no number.");
  }

  private static Score of(double score, boolean isWhole) {
    if (!isWhole && score > 0 && score <= SMALL) {
      return new Doubtful("The score " + score + " is not on a scale from 0 to 100.");
    }
    return new Points((int) Math.round(Math.clamp(Double.isNaN(score) ? 0 : score, 0.0, 100.0)));
  }
}

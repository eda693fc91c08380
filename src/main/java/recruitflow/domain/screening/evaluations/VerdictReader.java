package recruitflow.domain.screening.evaluations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import recruitflow.domain.desk.positions.Criteria.Criterion;
import recruitflow.domain.screening.calls.Turn;

/**
 * Turns a model's answer into a verdict on one conversation. Never throws, whatever it is given.
 */
public final class VerdictReader {

  private static final int LONGEST_TEXT = 4_000;

  private final List<Criterion> criteria;
  private final Quotes quotes;

  /** The criteria that were asked about, and the conversation that quotes must come from. */
  public VerdictReader(List<Criterion> criteria, List<Turn> turns) {
    this.criteria = List.copyOf(criteria);
    this.quotes = new Quotes(turns);
  }

  /** Reads a complete answer. */
  public Reading read(String answer) {
    return ModelJson.in(answer)
        .map(this::read)
        .orElseGet(() -> new Reading.Unreadable("The answer holds no complete JSON object."));
  }

  private Reading read(ModelJson json) {
    var object = json.object();
    var score = score(object.get("score"));
    if (score.isEmpty()) {
      return new Reading.Unreadable("The score is no number.");
    }
    var named = object.path("outcome");
    if (!isAbsent(named) && outcome(named).isEmpty()) {
      return new Reading.Unreadable("The outcome is none of those asked for: " + brief(named));
    }
    return outcome(named)
        .or(() -> fromFlags(object))
        .<Reading>map(outcome -> new Reading.Read(verdict(outcome, score.get(), json)))
        .orElseGet(() -> new Reading.Unreadable("The answer names no outcome."));
  }

  private Verdict verdict(Outcome outcome, int score, ModelJson json) {
    var object = json.object();
    return new Verdict(
        outcome,
        score,
        text(object, "reasoning").orElse(""),
        text(object, "callback_notes").orElse(null),
        text(object, "callback_at").orElse(null),
        text(object, "needs_human_notes").orElse(null),
        findings(object.path("criteria")),
        json.repaired());
  }

  private static Optional<Outcome> outcome(JsonNode named) {
    return named.isTextual() ? Outcome.of(named.textValue()) : Optional.empty();
  }

  /** A person outweighs a call-back, a call-back outweighs the qualification. */
  private static Optional<Outcome> fromFlags(ObjectNode object) {
    if (flag(object, "needs_human").orElse(false)) {
      return Optional.of(Outcome.NEEDS_HUMAN);
    }
    if (flag(object, "callback_requested").orElse(false)) {
      return Optional.of(Outcome.CALLBACK_REQUESTED);
    }
    return flag(object, "qualified").map(yes -> yes ? Outcome.QUALIFIED : Outcome.NOT_QUALIFIED);
  }

  private static Optional<Boolean> flag(ObjectNode object, String name) {
    var node = object.path(name);
    if (node.isBoolean()) {
      return Optional.of(node.booleanValue());
    }
    return switch (node.asText("").strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> Optional.of(true);
      case "false", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Missing counts as 0, out of range is moved to the nearest end; empty when it is no number. */
  private static Optional<Integer> score(JsonNode node) {
    if (isAbsent(node)) {
      return Optional.of(0);
    }
    if (node.isNumber()) {
      return Optional.of(clamped(node.doubleValue()));
    }
    var written =
        node.isTextual() ? node.textValue().strip().replaceFirst("\\s*(%|/\\s*100)$", "") : "";
    return written.matches("-?\\d{1,9}([.]\\d{1,9})?")
        ? Optional.of(clamped(Double.parseDouble(written)))
        : Optional.empty();
  }

  private static int clamped(double score) {
    return (int) Math.round(Math.clamp(Double.isNaN(score) ? 0 : score, 0.0, 100.0));
  }

  private List<Finding> findings(JsonNode answers) {
    return criteria.stream().map(criterion -> finding(criterion, answers)).toList();
  }

  private Finding finding(Criterion criterion, JsonNode answers) {
    for (var answer : answers) {
      if (criterion.key().equals(answer.path("key").asText(""))) {
        return finding(criterion, answer.path("verdict").asText(""), answer);
      }
    }
    return Finding.without(criterion, Finding.Answer.UNCLEAR);
  }

  private Finding finding(Criterion criterion, String verdict, JsonNode answer) {
    var how = Finding.Answer.of(verdict);
    var quote = answer.path("quote").asText("").strip();
    if (quote.isEmpty() || quote.equals("null")) {
      return Finding.without(criterion, how);
    }
    var turn = answer.path("turn").isInt() ? answer.path("turn").intValue() : null;
    return quotes
        .find(quote, turn)
        .map(found -> new Finding(criterion, how, found.words(), found.turnIndex(), false))
        .orElseGet(() -> new Finding(criterion, how, null, null, true));
  }

  private static Optional<String> text(ObjectNode object, String name) {
    var node = object.path(name);
    var text = node.isTextual() ? node.textValue().replace("\0", "").strip() : "";
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
  }

  private static boolean isAbsent(JsonNode node) {
    return node == null
        || node.isMissingNode()
        || node.isNull()
        || (node.isTextual() && node.textValue().isBlank());
  }

  private static String brief(JsonNode node) {
    var text = node.asText(node.getNodeType().name()).replaceAll("\\s+", " ");
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}

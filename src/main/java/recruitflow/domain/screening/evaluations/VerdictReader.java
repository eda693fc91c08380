package recruitflow.domain.screening.evaluations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import recruitflow.domain.desk.positions.Criteria.Criterion;
import recruitflow.domain.screening.calls.Turn;
import recruitflow.domain.screening.evaluations.answers.ModelJson;

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
    var said = VerdictObject.in(json.objects());
    return switch (said.size()) {
      case 0 -> new Reading.Unreadable("The answer names no outcome.");
      case 1 -> read(said.getFirst(), json.repaired());
      default -> new Reading.Unreadable("The answer holds several verdicts that differ.");
    };
  }

  private Reading read(ObjectNode object, boolean repaired) {
    return switch (Score.read(object.get("score"))) {
      case Score.Doubtful(var why) -> new Reading.Unreadable(why);
      case Score.Points(var score) -> read(object, score, repaired);
    };
  }

  private Reading read(ObjectNode object, int score, boolean repaired) {
    var named = object.path("outcome");
    if (!isAbsent(named) && outcome(named).isEmpty()) {
      return new Reading.Unreadable("The outcome is none of those asked for: " + brief(named));
    }
    return outcome(named)
        .or(() -> fromFlags(object))
        .<Reading>map(outcome -> new Reading.Read(verdict(outcome, score, object, repaired)))
        .orElseGet(() -> new Reading.Unreadable("The answer names no outcome."));
  }

  private Verdict verdict(Outcome outcome, int score, ObjectNode object, boolean repaired) {
    return new Verdict(
        outcome,
        score,
        text(object, "reasoning").orElse(""),
        text(object, "callback_notes").orElse(null),
        text(object, "callback_at").orElse(null),
        text(object, "needs_human_notes").orElse(null),
        findings(object.path("criteria")),
        repaired);
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

  static boolean isAbsent(JsonNode node) {
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

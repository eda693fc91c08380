package recruitflow.domain.screening.calls;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import recruitflow.domain.desk.candidates.FormAnswer;

/** A prompt of a position, made personal for one call. */
public final class PersonalPrompt {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

  private PersonalPrompt() {}

  /** What may be put into a prompt; null counts as empty. */
  public record Person(
      String fullName,
      String firstName,
      String email,
      String positionTitle,
      String positionDescription,
      Map<String, String> formAnswers) {

    private String value(String placeholder) {
      return switch (placeholder) {
        case "candidate_name" -> text(fullName);
        case "candidate_first_name" -> text(firstName);
        case "candidate_email" -> text(email);
        case "position_title" -> text(positionTitle);
        case "position_description" -> text(positionDescription);
        case "form_answers" -> formAnswers == null ? "" : asLines(formAnswers);
        default -> null;
      };
    }
  }

  /**
   * Replaces the six placeholders in one pass, so that nothing inside a value is replaced in turn.
   * Unknown placeholders and other braces stay.
   */
  public static String of(String prompt, Person person) {
    return PLACEHOLDER
        .matcher(prompt)
        .replaceAll(
            found -> {
              var value = person.value(found.group(1));
              return Matcher.quoteReplacement(
                  value == null ? found.group() : withoutVariables(value));
            });
  }

  /** One line per question: the question in words, then the answer. */
  public static String asLines(Map<String, String> formAnswers) {
    return formAnswers.entrySet().stream()
        .map(
            answer -> FormAnswer.humanise(answer.getKey()) + ": " + text(answer.getValue()).strip())
        .collect(Collectors.joining("\n"));
  }

  /**
   * A double brace is a variable to the provider, and one it cannot fill ends the call. A single
   * one could meet another at the seam, so every brace that came from outside is made round.
   */
  private static String withoutVariables(String value) {
    return value.replace('{', '(').replace('}', ')');
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}

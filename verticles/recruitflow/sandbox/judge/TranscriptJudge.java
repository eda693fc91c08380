package recruitflow.sandbox.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import recruitflow.sandbox.people.Persona;

/**
 * Judges a conversation nobody wrote a verdict for, by rules one can follow by eye: who asks for a
 * person or for another time gets it, else the share of questions answered with yes decides.
 */
final class TranscriptJudge {
  private static final Pattern HUMAN =
      words(
          "real person|human being|a human|speak to someone|your manager|robot|machine|om adevărat"
              + "|cu un om|echten menschen|einem menschen|člověkem|živým");
  private static final Pattern LATER =
      words(
          "call (?:me )?(?:back|later|again|tomorrow)|another time|sunați|sunati|reveniți"
              + "|zavolejte|zavolat|rufen sie|zurückrufen|später|mai târziu|později");
  private static final Pattern NO =
      words("no|not|never|don't|nu|n-am|ne|nemám|nikdy|nein|kein|keine|nicht|leider");
  private static final Pattern YES =
      words(
          "yes|yeah|sure|of course|i do|i have|absolutely|da|sigur|am|ano|jasně|mám|určitě|ja"
              + "|natürlich|klar|habe");

  /** What is found on one criterion; quote and turn are null together. */
  record Found(String verdict, String quote, Integer turn) {
    static final Found NOT_ASKED = new Found("not_asked", null, null);
  }

  private TranscriptJudge() {}

  private static Pattern words(String alternatives) {
    return Pattern.compile(
        "(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The verdict on a whole conversation; findings are made per criterion by {@link #on}. */
  static Persona.Verdict judge(AskedConversation conversation, Map<String, String> criteria) {
    var human = saying(conversation, HUMAN);
    if (human.isPresent()) {
      var why = "Asked for a person: " + human.get();
      return new Persona.Verdict("needs_human", 0, why, null, why, List.of());
    }
    var later = saying(conversation, LATER);
    if (later.isPresent()) {
      var why = "Asked to be called at another time.";
      return new Persona.Verdict("callback_requested", 0, why, later.get(), null, List.of());
    }
    return byAnswers(conversation, criteria);
  }

  private static Persona.Verdict byAnswers(
      AskedConversation conversation, Map<String, String> criteria) {
    var answers =
        criteria.isEmpty()
            ? conversation.candidates().map(line -> verdictOf(line.text())).toList()
            : criteria.values().stream().map(text -> on(conversation, text).verdict()).toList();
    var met = answers.stream().filter("met"::equals).count();
    var score = answers.isEmpty() ? 0 : Math.round(100f * met / answers.size());
    var outcome = score >= 60 ? "qualified" : "not_qualified";
    var reasoning = met + " of " + answers.size() + " points were answered with yes.";
    return new Persona.Verdict(outcome, score, reasoning, null, null, List.of());
  }

  private static Optional<String> saying(AskedConversation conversation, Pattern words) {
    return conversation
        .candidates()
        .map(AskedConversation.Line::text)
        .filter(text -> words.matcher(text).find())
        .findFirst();
  }

  /** What the conversation says on one criterion: the answer to the question most like it. */
  static Found on(AskedConversation conversation, String criterion) {
    var wanted = stems(criterion);
    var question =
        conversation.lines().stream()
            .filter(line -> !line.candidate() && shared(stems(line.text()), wanted) > 0)
            .max(Comparator.comparingLong(line -> shared(stems(line.text()), wanted)));
    var answer = question.stream().flatMap(conversation::answerTo).findFirst();
    return answer
        .map(line -> new Found(verdictOf(line.text()), line.text(), line.index()))
        .orElse(Found.NOT_ASKED);
  }

  private static String verdictOf(String answer) {
    var first = Arrays.stream(answer.split("[.!?;]")).findFirst().orElse(answer);
    if (NO.matcher(first).find()) return "not_met";
    if (YES.matcher(first).find() || answer.matches(".*\\d.*")) return "met";
    return "unclear";
  }

  /** Beginnings of the longer words, so that "drive" and "driving" agree. */
  private static Set<String> stems(String text) {
    var stems = new ArrayList<String>();
    for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
      if (word.length() > 3) stems.add(word.substring(0, Math.min(5, word.length())));
    return stems.stream().collect(Collectors.toSet());
  }

  private static long shared(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).count();
  }
}

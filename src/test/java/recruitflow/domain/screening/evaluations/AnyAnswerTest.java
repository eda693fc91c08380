package recruitflow.domain.screening.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import recruitflow.domain.desk.positions.Criteria.Criterion;
import recruitflow.domain.screening.calls.CallingHours;
import recruitflow.domain.screening.calls.Turn;
import recruitflow.domain.screening.evaluations.callbacks.CallbackTime;
import recruitflow.domain.screening.prompts.Fence;

/** Whatever a model answers, it is read or refused, never an accident. */
class AnyAnswerTest {

  private static final List<Criterion> CRITERIA = List.of(new Criterion("k", "text"));
  private static final String GOOD =
      """
      {"outcome":"qualified","score":82,"reasoning":"Řekl „ano“.","criteria":[{"key":"k","verdict":"met",\
      "quote":"da, am","turn":0}],"callback_at":"2026-11-22T14:00:00+02:00"}\
      """;

  @Property(tries = 2000)
  void any_text_is_answered(@ForAll String answer, @ForAll String said) {
    var reader = new VerdictReader(CRITERIA, List.of(new Turn(0, Turn.Role.USER, said, null)));
    assertThat(reader.read(answer)).isNotNull();
  }

  @Property(tries = 3000)
  void any_damage_to_a_good_answer_is_read_or_refused(@ForAll("damaged") String answer) {
    var reader = new VerdictReader(CRITERIA, List.of(new Turn(0, Turn.Role.USER, "Da, am.", null)));
    if (reader.read(answer) instanceof Reading.Read(var verdict)) {
      assertThat(verdict.score()).isBetween(0, 100);
      assertThat(verdict.findings()).hasSize(1);
    }
  }

  @Property(tries = 1000)
  void an_answer_cut_short_is_never_a_verdict(@ForAll("cut") String answer) {
    var reader = new VerdictReader(CRITERIA, List.of());
    assertThat(reader.read(answer)).isInstanceOf(Reading.Unreadable.class);
  }

  @Property(tries = 1000)
  void a_quote_that_is_kept_stands_in_its_turn(
      @ForAll("said") String said, @ForAll("said") String quote) {
    var turns = List.of(new Turn(3, Turn.Role.USER, said, null));
    new Quotes(turns).find(quote, 3).ifPresent(found -> assertThat(said).contains(found.words()));
  }

  @Property(tries = 500)
  void whatever_was_said_can_be_quoted_whole(@ForAll("said") String said) {
    if (!Folded.of(said).trimmed().isEmpty()) {
      assertThat(new Quotes(List.of(new Turn(0, Turn.Role.USER, said, null))).find(said, null))
          .isPresent();
    }
  }

  @Property(tries = 1000)
  void any_time_is_resolved_to_the_future(@ForAll("times") String written) {
    var now = Instant.parse("2026-11-21T10:00:00Z");
    var resolved =
        CallbackTime.resolve(
            written,
            now.minusSeconds(300),
            now,
            new CallingHours(0, 24, ZoneId.of("Europe/Bucharest")));
    assertThat(resolved.at()).isAfterOrEqualTo(now);
  }

  @Property(tries = 500)
  void nothing_closes_its_fence(@ForAll String content) {
    var fenced = Fence.around("x", content);
    var close = fenced.substring(fenced.lastIndexOf("</data"));
    assertThat(content).doesNotContain(close);
  }

  @Provide
  Arbitrary<String> damaged() {
    return Arbitraries.integers()
        .between(0, GOOD.length() - 1)
        .tuple2()
        .flatMap(
            at ->
                Arbitraries.of(
                        "\"", "}", "{", "]", ",", "\\", "\n", "“", "\\u", "\0", "😀", "", ":",
                        "1e9")
                    .map(
                        piece -> {
                          var from = Math.min(at.get1(), at.get2());
                          var to = Math.max(at.get1(), at.get2());
                          return GOOD.substring(0, from)
                              + piece
                              + GOOD.substring(to - (to - from) / 8);
                        }));
  }

  @Provide
  Arbitrary<String> cut() {
    return Arbitraries.integers()
        .between(0, GOOD.length() - 1)
        .map(length -> GOOD.substring(0, length));
  }

  @Provide
  Arbitrary<String> said() {
    return Arbitraries.of(
            "da", "am", "ș", "ş", "ș", " ", "„", "”", "İ", "ß", "ﬁ", "😀", "\n", "\u200b", "x", ".",
            "नी", "ا")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> times() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(70),
        Arbitraries.strings().withChars("0123456789-:T+Z. []").ofMaxLength(30),
        Arbitraries.of(
            "2026-11-22T14:00:00+02:00",
            "2026-11-22T14:00",
            "2026-11-22 14:00",
            "+999999999-12-31T23:59:59+18:00",
            "-999999999-01-01T00:00:00-18:00",
            "2199-01-01T00:00:00Z",
            "1900-01-01T00:00:00Z"));
  }
}

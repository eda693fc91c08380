package recruitflow.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import recruitflow.sandbox.people.People;

/** Whatever is said and asked, it is judged. */
class AnyConversationTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final People PEOPLE = People.fromResources();

  @Property(tries = 500)
  void any_conversation_is_judged(@ForAll String said, @ForAll String asked) {
    var question =
        new AskedQuestion(
            "Now: 2026-11-21T15:04:00+02:00\nCriteria:\n- one: " + asked,
            "[0] Agent: " + asked + "\n[1] User: " + said,
            null);
    var judgement = new Judgement(PEOPLE);
    assertThatCode(() -> judgement.facts(question)).doesNotThrowAnyException();
    var now = NOW.atZone(ZoneId.of("Europe/Bucharest"));
    CallbackWords.resolve(said, now).ifPresent(at -> assertThat(at).isAfter(now));
  }
}

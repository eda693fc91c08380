package recruitflow.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JourneyTest {

  private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
  private static final Instant NEXT_MORNING = Instant.parse("2026-11-25T08:00:00Z");

  private static Journey journey;

  @BeforeAll
  static void travel() {
    journey = new Journey();
  }

  @AfterAll
  static void arrive() {
    journey.close();
  }

  private static JsonObject application(String persona) {
    return journey.detail(persona).getJsonObject("application");
  }

  private static String status(String persona) {
    return application(persona).getString("status");
  }

  private static JsonArray list(String persona, String what) {
    return journey.detail(persona).getJsonArray(what);
  }

  private static JsonObject only(String persona, String what) {
    assertThat(list(persona, what)).as(persona + " " + what).hasSize(1);
    return list(persona, what).getJsonObject(0);
  }

  private static List<String> callStatuses(String persona) {
    return list(persona, "calls").stream()
        .map(call -> ((JsonObject) call).getString("status"))
        .toList();
  }

  @Test
  void the_lead_file_holds_somebody_of_each_kind() {
    assertThat(journey.personas()).hasSizeGreaterThanOrEqualTo(17).allMatch(journey::holds);
  }

  @ParameterizedTest
  @CsvSource({
    "qualified_ro, email_attachment, exact_email",
    "qualified_cs, email_attachment, exact_email",
    "qualified_de, email_attachment, exact_email",
    "cv_by_whatsapp_ro, whatsapp_media, exact_phone",
    "cv_from_other_address_en, email_attachment, subject_id",
    "no_answer_then_answers_ro, email_attachment, exact_email",
    "callback_tomorrow_en, email_attachment, exact_email",
    "sends_cv_after_follow_up_en, email_attachment, exact_email",
    "replies_with_question_cs, email_attachment, exact_email",
  })
  void who_fits_is_asked_for_the_cv_and_it_is_filed(String persona, String source, String match) {
    assertThat(status(persona)).isEqualTo("cv_received");
    assertThat(application(persona).getBoolean("qualified")).isTrue();
    assertThat(application(persona).getInteger("score")).isBetween(50, 100);
    var cv = only(persona, "cvs");
    assertThat(cv.getString("source")).isEqualTo(source);
    assertThat(cv.getString("matchMethod")).isEqualTo(match);
    assertThat(journey.statuses(persona)).containsSubsequence("qualified", "awaiting_cv");
  }

  @Test
  void who_does_not_fit_may_still_leave_a_cv() {
    assertThat(status("not_qualified_ro")).isEqualTo("cv_received_rejected");
    assertThat(only("not_qualified_ro", "cvs").getString("matchMethod")).isEqualTo("exact_email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not_qualified_cs", "hangs_up_ro"})
  void who_does_not_fit_and_sends_nothing_is_closed_after_a_week(String persona) {
    assertThat(journey.statuses(persona))
        .containsSubsequence("not_qualified", "awaiting_cv_rejected", "closed");
    assertThat(application(persona).getString("closedReason")).isEqualTo("timeout");
    assertThat(only(persona, "messages").getString("channel")).isEqualTo("whatsapp");
  }

  @Test
  void who_asked_to_be_called_tomorrow_after_two_was_and_then_scored() {
    var dials = journey.dials("callback_tomorrow_en");
    assertThat(dials).hasSize(2);
    assertThat(dials.getLast())
        .isBetween(NEXT_MORNING.plus(Duration.ofHours(4)), NEXT_MORNING.plus(Duration.ofHours(6)));
    assertThat(journey.statuses("callback_tomorrow_en"))
        .containsSubsequence("callback_scheduled", "call_queued", "scoring", "qualified");
  }

  @Test
  void who_wants_a_person_is_left_to_one() {
    assertThat(status("wants_human_en")).isEqualTo("needs_human");
    assertThat(application("wants_human_en").getString("needsHumanReason")).isNotBlank();
    assertThat(list("wants_human_en", "messages")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"never_answers_ro, no_answer", "busy_cs, busy", "voicemail_de, voicemail"})
  void who_cannot_be_reached_is_tried_at_another_hour_and_then_given_up(
      String persona, String how) {
    assertThat(status(persona)).isEqualTo("call_failed");
    assertThat(callStatuses(persona)).containsExactly(how, how);
    assertThat(journey.dials(persona))
        .containsExactly(Journey.TRIGGERED, NEXT_MORNING.plus(Duration.ofMinutes(30)));
  }

  @Test
  void who_never_sends_the_cv_is_reminded_twice_then_overdue_then_closed() {
    assertThat(journey.statuses("never_sends_cv_de"))
        .endsWith(
            "qualified", "awaiting_cv", "cv_followup_1", "cv_followup_2", "cv_overdue", "closed");
    assertThat(application("never_sends_cv_de").getString("closedReason")).isEqualTo("overdue");
    assertThat(list("never_sends_cv_de", "messages")).hasSize(6);
  }

  @Test
  void a_question_is_kept_and_shown() {
    var reply = list("replies_with_question_cs", "replies").getJsonObject(0);
    assertThat(reply.getString("channel")).isEqualTo("email");
    assertThat(reply.getString("body")).contains("?");
    assertThat(reply.getBoolean("isRead")).isFalse();
    assertThat(
            journey.server.get("/api/replies/unread-count").bodyAsJsonObject().getInteger("unread"))
        .isPositive();
  }

  @Test
  void nobody_was_phoned_outside_the_hours_or_without_being_written_down() {
    for (var persona : journey.personas()) {
      var dials = journey.dials(persona);
      assertThat(dials)
          .as(persona)
          .isNotEmpty()
          .allMatch(at -> at.atZone(BUCHAREST).getHour() >= 10)
          .allMatch(at -> at.atZone(BUCHAREST).getHour() < 18);
      assertThat(list(persona, "calls")).as(persona).hasSize(dials.size());
    }
  }

  @Test
  void nothing_was_lost_on_the_way() {
    assertThat(journey.count("select count(*) from tasks where state = 'dead'")).isZero();
    assertThat(journey.count("select count(*) from unmatched_inbound")).isZero();
    assertThat(journey.count("select count(*) from inbound_events where processed_at is null"))
        .isZero();
  }
}

package recruitflow.screening.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.platform.providers.ProviderNotices;

class ModelFaultsTest extends Evaluating {

  @ParameterizedTest
  @ValueSource(strings = {"fenced_json", "thinking_first"})
  void odd_answers_are_read(String name) {
    on(name, 1);
    var application = judged("qualified_ro");
    untilStatus(application, "awaiting_cv");
    assertThat(evaluations(application)).extracting(Stored::repaired).containsExactly(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"broken_json", "prose"})
  void broken_answers_are_mended_and_marked(String name) {
    on(name, 1);
    var application = judged("qualified_ro");
    untilStatus(application, "awaiting_cv");
    assertThat(evaluations(application)).extracting(Stored::repaired).containsExactly(true);
  }

  @Test
  void a_quote_that_nobody_said_is_dropped_and_marked() {
    on("foreign_quote", 1);
    var application = judged("qualified_ro");
    untilStatus(application, "awaiting_cv");
    assertThat(evaluations(application).getFirst().criteria())
        .allSatisfy(
            c -> {
              assertThat(c.getBoolean("quote_dropped")).isTrue();
              assertThat(c.getString("quote")).isNull();
              assertThat(c.getInteger("turn_index")).isNull();
            });
  }

  static Stream<JsonObject> failures() {
    var switches =
        Stream.of(
                "refusal",
                "empty_content",
                "max_tokens",
                "context_exceeded",
                "html",
                "internal",
                "timeout",
                "overloaded")
            .map(name -> new JsonObject().put("kind", "switch").put("name", name));
    var faults =
        Stream.of("drop", "cut_body", "wrong_body")
            .map(
                kind ->
                    new JsonObject()
                        .put("kind", kind)
                        .put("path", MESSAGES)
                        .put("body", "{\"content\":\"text\"}"));
    return Stream.concat(switches, faults).map(rule -> rule.put("provider", "anthropic"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void what_fails_once_is_shown_and_tried_again_after_a_minute(JsonObject rule) {
    desk.fault(rule.copy().put("count", 1));
    var application = judged("qualified_ro");
    untilShown(application, "Evaluation failed (attempt 1 of 4)");
    assertThat(desk.status(application)).isEqualTo("scoring");
    assertThat(evaluations(application)).isEmpty();
    server.until("the next attempt waits", () -> pause() >= 55);
    assertThat(desk.asked("anthropic", MESSAGES)).hasSize(1);
    untilSettled(application, "awaiting_cv");
    assertThat(desk.asked("anthropic", MESSAGES)).hasSize(2);
    assertThat(desk.applicationText(application, "attention")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"max_tokens", "overloaded", "refusal"})
  void what_fails_four_times_goes_to_a_person_with_the_reason(String name) {
    on(name, null);
    var application = judged("qualified_ro");
    untilSettled(application, "needs_human");
    assertThat(desk.asked("anthropic", MESSAGES)).hasSize(4);
    assertThat(evaluations(application)).isEmpty();
    assertThat(desk.applicationText(application, "needs_human_reason"))
        .startsWith("The call could not be evaluated.");
  }

  @Test
  void a_cut_answer_says_so() {
    on("max_tokens", 1);
    var application = judged("qualified_ro");
    untilShown(application, "cut off at the length limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"billing", "permission", "spend_limit", "key"})
  void troubles_of_the_account_are_asked_about_once_and_shown_once(String name) {
    if (name.equals("key")) {
      desk.fault(
          new JsonObject()
              .put("provider", "anthropic")
              .put("kind", "status")
              .put("path", MESSAGES)
              .put("status", 401)
              .put("body", new JsonObject().put("type", "error")));
    } else {
      on(name, null);
    }
    var first = judged("qualified_ro");
    untilShown(first, "Evaluation waits");
    var second = judged("not_qualified_cs");
    untilShown(second, "Evaluation waits");
    assertThat(desk.asked("anthropic", MESSAGES)).hasSize(1);
    assertThat(new ProviderNotices(server.house().db()).all()).hasSize(1);
    server.until("it is left alone for minutes", () -> pause() >= 200);
    assertThat(server.get("/health/parts").bodyAsString()).contains("language model");
    assertThat(troublesOnTheDashboard()).isEqualTo(1);
    desk.noFaults();
    server.sql().execute("update provider_notices set blocked_until = now()");
    untilSettled(first, "awaiting_cv");
    untilSettled(second, "awaiting_cv_rejected");
    assertThat(new ProviderNotices(server.house().db()).all()).isEmpty();
  }

  private static long troublesOnTheDashboard() {
    var dashboard = server.get("/api/dashboard/screening").bodyAsJsonObject();
    return dashboard.getJsonArray("attention").stream()
        .map(JsonObject.class::cast)
        .filter(item -> "anthropic".equals(item.getString("candidateName")))
        .count();
  }

  @Test
  void a_busy_model_is_given_its_pause_and_costs_no_attempt() {
    on("rate_limit", 1);
    var application = judged("qualified_ro");
    untilShown(application, "Evaluation waits");
    untilStatus(application, "awaiting_cv");
    var asked = desk.asked("anthropic", MESSAGES);
    assertThat(asked).hasSize(2);
    var waited =
        Duration.between(
            Instant.parse(asked.getFirst().getString("at")),
            Instant.parse(asked.getLast().getString("at")));
    assertThat(waited.toMillis()).isGreaterThanOrEqualTo(2000);
    Integer attempts =
        server
            .sql()
            .one(
                "select attempt from tasks where kind = 'evaluations.evaluate' order by id desc"
                    + " limit 1",
                row -> row.getInteger("attempt"));
    assertThat(attempts).isEqualTo(1);
  }

  @Test
  void every_question_is_logged_with_its_cost_and_without_its_words() {
    on("overloaded", 1);
    var application = judged("qualified_ro");
    untilSettled(application, "awaiting_cv");
    var rows =
        server
            .sql()
            .list(
                """
                select m.* from model_calls m join applications a on a.candidate_id = m.candidate_id
                where a.id = $1 order by m.id
                """,
                row -> row.toJson(),
                application);
    assertThat(rows)
        .extracting(row -> row.getString("outcome"))
        .containsExactly("down", "complete");
    var answered = rows.getLast();
    assertThat(answered.getString("purpose")).isEqualTo("evaluation");
    assertThat(answered.getString("input_hash")).hasSize(64);
    assertThat(answered.getInteger("input_tokens")).isPositive();
    assertThat(answered.getInteger("output_tokens")).isPositive();
    assertThat(answered.getLong("cost_micros")).isPositive();
    assertThat(answered.getString("stop_reason")).isEqualTo("end_turn");
  }
}

package recruitflow.domain.desk.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionTest {
  /** From each status, all that may follow. */
  private static final String DRAWING =
      """
      pending_call         -> call_queued callback_scheduled closed
      call_queued          -> call_in_progress call_failed call_completed callback_scheduled closed
      call_in_progress     -> call_completed call_queued call_failed needs_human
      call_completed       -> scoring
      scoring              -> qualified not_qualified callback_scheduled needs_human
      qualified            -> awaiting_cv cv_received closed
      not_qualified        -> awaiting_cv_rejected cv_received_rejected closed
      awaiting_cv          -> cv_followup_1 cv_received closed
      cv_followup_1        -> cv_followup_2 cv_received closed
      cv_followup_2        -> cv_overdue cv_received closed
      cv_overdue           -> cv_received closed
      awaiting_cv_rejected -> cv_received_rejected closed
      cv_received          -> closed
      cv_received_rejected -> closed
      callback_scheduled   -> call_queued callback_scheduled scoring closed
      needs_human          -> call_queued call_completed callback_scheduled scoring closed
      call_failed          -> call_queued call_completed callback_scheduled closed
      closed               ->
      """;

  private static Map<String, Set<String>> drawing() {
    return DRAWING
        .lines()
        .map(line -> line.split("->", -1))
        .collect(
            Collectors.toMap(
                sides -> sides[0].strip(),
                sides ->
                    new TreeSet<>(
                        Arrays.stream(sides[1].strip().split(" "))
                            .filter(word -> !word.isEmpty())
                            .toList())));
  }

  @Test
  void each_of_the_324_pairs_is_allowed_or_refused_as_drawn() {
    var found = new TreeMap<String, Set<String>>();
    for (var from : ApplicationStatus.values()) {
      var next = found.computeIfAbsent(from.text(), _ -> new TreeSet<>());
      for (var step : Transition.values()) {
        step.apply(from).map(ApplicationStatus::text).ifPresent(next::add);
      }
    }
    assertEquals(18, found.size());
    assertEquals(new TreeMap<>(drawing()), found);
  }

  @Test
  void nothing_leads_out_of_closed() {
    for (var step : Transition.values()) {
      assertEquals(Optional.empty(), step.apply(ApplicationStatus.CLOSED));
    }
  }

  @Test
  void a_cv_moves_what_awaits_one_and_what_is_about_to_be_asked_for_it() {
    var moved =
        Arrays.stream(ApplicationStatus.values())
            .filter(status -> Transition.onCv(status).isPresent())
            .toList();
    assertEquals(
        List.of(
            ApplicationStatus.QUALIFIED,
            ApplicationStatus.NOT_QUALIFIED,
            ApplicationStatus.AWAITING_CV,
            ApplicationStatus.CV_FOLLOWUP_1,
            ApplicationStatus.CV_FOLLOWUP_2,
            ApplicationStatus.CV_OVERDUE,
            ApplicationStatus.AWAITING_CV_REJECTED),
        moved);
  }

  @Test
  void a_cv_of_a_rejected_candidate_is_kept_apart() {
    assertEquals(
        Optional.of(Transition.RECEIVE_CV_REJECTED),
        Transition.onCv(ApplicationStatus.AWAITING_CV_REJECTED));
    assertEquals(Optional.of(Transition.RECEIVE_CV), Transition.onCv(ApplicationStatus.CV_OVERDUE));
  }

  @Test
  void follow_ups_are_for_qualified_candidates_and_at_most_two() {
    var due =
        Arrays.stream(ApplicationStatus.values())
            .filter(status -> Transition.onFollowUp(status).isPresent())
            .toList();
    assertEquals(List.of(ApplicationStatus.AWAITING_CV, ApplicationStatus.CV_FOLLOWUP_1), due);
  }

  @Test
  void the_reason_of_the_end_is_told_apart() {
    assertEquals(
        Optional.of("cv_received"),
        Transition.CLOSE.closedReason(ApplicationStatus.CV_RECEIVED_REJECTED));
    assertEquals(
        Optional.of("manual"), Transition.CLOSE.closedReason(ApplicationStatus.CALL_FAILED));
    assertEquals(
        Optional.of("timeout"),
        Transition.CLOSE_REJECTED.closedReason(ApplicationStatus.AWAITING_CV_REJECTED));
    assertEquals(
        Optional.of("overdue"),
        Transition.CLOSE_OVERDUE.closedReason(ApplicationStatus.CV_OVERDUE));
    assertEquals(
        Optional.empty(), Transition.PLACE_CALL.closedReason(ApplicationStatus.CALL_QUEUED));
  }

  @Test
  void only_people_and_call_backs_start_a_new_call_budget() {
    for (var step : Transition.values()) {
      boolean queues = step.to() == ApplicationStatus.CALL_QUEUED;
      boolean again = step == Transition.RETRY_CALL || step == Transition.RETURN_TO_QUEUE;
      assertEquals(queues && !again, step.startsNewCallBudget(), step.text());
    }
  }

  @ParameterizedTest
  @EnumSource(ApplicationStatus.class)
  void a_status_is_read_back_from_its_name_and_is_in_one_group(ApplicationStatus status) {
    assertEquals(status, ApplicationStatus.of(status.text()));
    var groups =
        Arrays.stream(StatusGroup.values()).filter(g -> g.statuses().contains(status)).toList();
    assertEquals(List.of(status.group()), groups);
    assertTrue(ApplicationStatus.find("no_such_status").isEmpty());
  }
}

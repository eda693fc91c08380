package recruitflow.screening.evaluations;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.positions.Criteria.Criterion;
import recruitflow.domain.screening.calls.CallingHours;
import recruitflow.domain.screening.calls.Turn;
import recruitflow.domain.screening.evaluations.EvaluationPrompt;
import recruitflow.domain.screening.evaluations.Prompt;

/**
 * A call with all that its evaluation looks at.
 *
 * @param ended business time; the beginning when the end is not known
 * @param instructions the position's qualification prompt, may be blank
 */
record ScreenedCall(
    long callId,
    long applicationId,
    long candidateId,
    ApplicationStatus status,
    Instant ended,
    List<Turn> turns,
    Map<String, String> formAnswers,
    String positionTitle,
    String instructions,
    List<Criterion> criteria,
    CallingHours hours) {

  ScreenedCall {
    turns = List.copyOf(turns);
    formAnswers = Map.copyOf(formAnswers);
    criteria = List.copyOf(criteria);
  }

  /** Whether there is anything to judge. */
  boolean candidateSpoke() {
    return turns.stream().anyMatch(turn -> turn.role() == Turn.Role.USER);
  }

  Prompt prompt(Instant now) {
    return new EvaluationPrompt(
            positionTitle,
            instructions,
            criteria,
            turns,
            formAnswers,
            ZonedDateTime.ofInstant(ended, hours.zone()),
            ZonedDateTime.ofInstant(now, hours.zone()))
        .write();
  }
}

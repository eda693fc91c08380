package recruitflow.desk.positions;

import java.util.Map;
import recruitflow.domain.desk.positions.PositionRules;
import recruitflow.domain.desk.positions.PositionStatus;

/** What a recruiter decides about a position. */
record PositionFields(
    String title,
    String description,
    PositionStatus status,
    String language,
    String campaignQuestions,
    String systemPrompt,
    String firstMessage,
    String qualificationPrompt,
    int callRetryMax,
    int callRetryIntervalMinutes,
    int callingHourStart,
    int callingHourEnd,
    int followUpIntervalHours,
    int rejectedCvTimeoutDays) {

  Map<String, String> violations() {
    return new PositionRules(
            title,
            description,
            language,
            callRetryMax,
            callRetryIntervalMinutes,
            callingHourStart,
            callingHourEnd,
            followUpIntervalHours,
            rejectedCvTimeoutDays)
        .violations();
  }

  Object[] values() {
    return new Object[] {
      title.strip(),
      description.strip(),
      status.text(),
      language,
      campaignQuestions,
      systemPrompt,
      firstMessage,
      qualificationPrompt,
      callRetryMax,
      callRetryIntervalMinutes,
      callingHourStart,
      callingHourEnd,
      followUpIntervalHours,
      rejectedCvTimeoutDays
    };
  }
}

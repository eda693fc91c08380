package recruitflow.domain.screening.calls;

/** How an attempt ended. */
public enum CallOutcome {
  /** Somebody spoke with the agent. */
  COMPLETED(CallStatus.COMPLETED),
  NO_ANSWER(CallStatus.NO_ANSWER),
  BUSY(CallStatus.BUSY),
  VOICEMAIL(CallStatus.VOICEMAIL),
  FAILED(CallStatus.FAILED),
  /** Taken back before it was dialled. */
  CANCELLED(CallStatus.CANCELLED);

  private final CallStatus status;

  CallOutcome(CallStatus status) {
    this.status = status;
  }

  public CallStatus status() {
    return status;
  }
}

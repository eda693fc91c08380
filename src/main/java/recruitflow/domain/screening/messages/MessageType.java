package recruitflow.domain.screening.messages;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.domain.screening.inbound.Channel;

/** What a message is for. */
public enum MessageType {
  CV_REQUEST(Transition.REQUEST_CV, EnumSet.allOf(Channel.class)),
  CV_REQUEST_REJECTED(Transition.REQUEST_CV_REJECTED, EnumSet.of(Channel.WHATSAPP)),
  CV_FOLLOWUP_1(Transition.FIRST_FOLLOW_UP, EnumSet.allOf(Channel.class)),
  CV_FOLLOWUP_2(Transition.SECOND_FOLLOW_UP, EnumSet.allOf(Channel.class)),
  /** Sent by hand only. */
  REJECTION(null, EnumSet.noneOf(Channel.class)),
  /** A recruiter's own words; has no template. */
  OTHER(null, EnumSet.noneOf(Channel.class));

  private final Transition step;
  private final Set<Channel> channels;

  MessageType(Transition step, Set<Channel> channels) {
    this.step = step;
    this.channels = channels;
  }

  /** The word used in the database and in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #word} wrote. */
  public static MessageType of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** What happens to the application once the first channel was sent. */
  public Optional<Transition> step() {
    return Optional.ofNullable(step);
  }

  /**
   * What follows for an application in this status when one of these turns out to have gone out;
   * nothing when the other channel was first or a CV was faster.
   */
  public Optional<Transition> onSent(ApplicationStatus status) {
    return step().filter(next -> next.from().contains(status));
  }

  /** The channels it goes out on by itself. */
  public Set<Channel> channels() {
    return EnumSet.copyOf(channels);
  }

  /** Whether it is one of a conversation about the CV, so that mails of it form one thread. */
  public boolean isFollowUp() {
    return this == CV_FOLLOWUP_1 || this == CV_FOLLOWUP_2;
  }

  /**
   * Whether it may leave for an application in this status: before its first channel was sent, and
   * right after, for the slower channel. A CV that came meanwhile makes it pointless.
   */
  public boolean wantedIn(ApplicationStatus status) {
    return step == null || step.from().contains(status) || step.to() == status;
  }

  /** The request that an application in this status is owed, if any. */
  public static Optional<MessageType> requestFor(ApplicationStatus status) {
    return switch (status) {
      case QUALIFIED -> Optional.of(CV_REQUEST);
      case NOT_QUALIFIED -> Optional.of(CV_REQUEST_REJECTED);
      default -> Optional.empty();
    };
  }

  /** The request whose answer an application in this status waits for, if any. */
  public static Optional<MessageType> requestWaitedForIn(ApplicationStatus status) {
    return switch (status) {
      case AWAITING_CV -> Optional.of(CV_REQUEST);
      case AWAITING_CV_REJECTED -> Optional.of(CV_REQUEST_REJECTED);
      default -> Optional.empty();
    };
  }
}

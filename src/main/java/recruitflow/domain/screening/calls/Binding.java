package recruitflow.domain.screening.calls;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides which call a conversation of the provider belongs to. */
public sealed interface Binding {

  record ToCall(long callId) implements Binding {}

  /** The application was called, and we have no record of it: its call is written down now. */
  record NewCall(long applicationId) implements Binding {}

  /**
   * No call of ours, with the reason for whoever looks at the event.
   *
   * @param applicationId where people are told of it; null when it is nobody's business
   */
  record Nobody(String why, Long applicationId) implements Binding {
    /** Not ours at all. */
    public Nobody(String why) {
      this(why, null);
    }
  }

  /** The reason when another conversation was first. */
  String TAKEN = "its call belongs to another conversation";

  /** A call of ours that may be meant; {@code conversationId} is null until it is bound. */
  record Known(
      long callId,
      String uid,
      String conversationId,
      long applicationId,
      CallStatus status,
      String toNumber) {
    /** Whether no other conversation has it. */
    public boolean isFreeFor(String conversation) {
      return conversationId == null || conversationId.equals(conversation);
    }
  }

  /** An application that {@code user_id} names, with the number we would have dialled or null. */
  record Named(long applicationId, String phoneE164) {}

  /**
   * By the recipient's id, else the conversation's id, else the application that {@code user_id}
   * names: its open call that has no conversation yet, else the newest such call.
   *
   * @param calls all calls that carry the recipient id or the conversation id, and all of the named
   *     application
   * @param ourAgent webhooks come for a whole workspace: other agents' calls are not ours
   */
  static Binding of(Conversation said, List<Known> calls, Optional<Named> named, String ourAgent) {
    if (said.agentId() != null && !said.agentId().equals(ourAgent)) {
      return new Nobody("another agent's conversation");
    }
    var byRecipient = find(calls, call -> call.uid().equalsIgnoreCase(said.recipientId()));
    if (byRecipient.isPresent()) return bound(byRecipient.get(), said);
    var byConversation =
        find(calls, call -> said.id() != null && said.id().equals(call.conversationId()));
    if (byConversation.isPresent()) return new ToCall(byConversation.get().callId());
    return named
        .map(application -> byApplication(said, calls, application))
        .orElseGet(() -> new Nobody("no call and no application of ours"));
  }

  private static Binding bound(Known call, Conversation said) {
    return call.isFreeFor(said.id())
        ? new ToCall(call.callId())
        : new Nobody(TAKEN, call.applicationId());
  }

  private static Binding byApplication(Conversation said, List<Known> calls, Named named) {
    var ofApplication =
        calls.stream().filter(call -> call.applicationId() == named.applicationId()).toList();
    var free =
        ofApplication.stream()
            .filter(call -> call.conversationId() == null && sameNumber(call.toNumber(), said))
            .max(
                Comparator.<Known, Boolean>comparing(call -> call.status().isOpen())
                    .thenComparing(Known::callId));
    if (free.isPresent()) return new ToCall(free.get().callId());
    if (!ofApplication.isEmpty()) return new Nobody(TAKEN, named.applicationId());
    var ours = said.agentId() != null && said.calledNumber() != null;
    return ours && said.calledNumber().equals(named.phoneE164())
        ? new NewCall(named.applicationId())
        : new Nobody("the application was not called by us");
  }

  /** The provider does not always say which number it dialled. */
  private static boolean sameNumber(String ours, Conversation said) {
    return said.calledNumber() == null || said.calledNumber().equals(ours);
  }

  private static Optional<Known> find(List<Known> calls, Predicate<Known> which) {
    return calls.stream().filter(which).findFirst();
  }
}

package recruitflow.sandbox.google.gmail;

import java.util.function.Predicate;
import recruitflow.sandbox.google.gmail.GmailCall.Answer;
import recruitflow.sandbox.google.mailbox.GmailFailure;
import recruitflow.sandbox.google.mailbox.GmailMailbox;

/** Answers single calls: who asks, whether there is quota, then the call itself. */
final class GmailApi {
  private final GmailMailbox mailbox;
  private final GmailMessageCalls messages;
  private final GmailMailboxCalls others;
  private final Predicate<String> knownToken;
  private final Predicate<String> switchedOn;
  private final GmailUnits units;

  /**
   * @param knownToken whether an access token is alive
   * @param switchedOn whether a peculiarity is on: token_expired, quota, concurrency, permission,
   *     backend_error, history_gone
   */
  GmailApi(
      GmailMailbox mailbox,
      GmailOutbox outbox,
      GmailUnits units,
      Predicate<String> knownToken,
      Predicate<String> switchedOn) {
    this.mailbox = mailbox;
    this.messages = new GmailMessageCalls(mailbox, outbox);
    this.others = new GmailMailboxCalls(mailbox, messages);
    this.units = units;
    this.knownToken = knownToken;
    this.switchedOn = switchedOn;
  }

  /** The answer to a call; every refusal has Gmail's own body. */
  Answer handle(GmailCall call) {
    try {
      check(call);
      GmailForms.check(call);
      var steps = call.steps();
      return steps.getFirst().equals("messages")
          ? messages.handle(call, steps)
          : others.handle(call, steps);
    } catch (GmailFailure failure) {
      return new Answer(failure.code, failure.body());
    }
  }

  private void check(GmailCall call) {
    if (switchedOn.test("token_expired") || !authorised(call.authorization()))
      throw GmailFailure.credentials();
    if (call.steps().isEmpty()) throw GmailFailure.notFound();
    if (!call.user().equals("me") && !call.user().equalsIgnoreCase(mailbox.address))
      throw GmailFailure.permission();
    if (switchedOn.test("permission")) throw GmailFailure.permission();
    if (switchedOn.test("concurrency")) throw GmailFailure.concurrency();
    if (switchedOn.test("quota") || !units.take(call.method(), call.steps()))
      throw GmailFailure.quota();
    if (switchedOn.test("backend_error")) throw GmailFailure.backend();
    if (call.steps().getFirst().equals("history") && switchedOn.test("history_gone"))
      mailbox.history.forget();
  }

  private boolean authorised(String header) {
    return header != null
        && header.regionMatches(true, 0, "Bearer ", 0, 7)
        && knownToken.test(header.substring(7).strip());
  }
}

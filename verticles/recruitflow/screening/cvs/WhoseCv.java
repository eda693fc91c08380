package recruitflow.screening.cvs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import recruitflow.desk.candidates.CandidateLookup;
import recruitflow.domain.screening.cvs.CvMatch;
import recruitflow.domain.screening.cvs.MatchMethod;
import recruitflow.domain.screening.cvs.SubjectReference;
import recruitflow.platform.database.Sql;
import recruitflow.screening.cvs.Arrival.Sender;

/** Finds whose CV it is by what is known of its sender. */
public final class WhoseCv {
  private final CvStore store = new CvStore();
  private final CandidateLookup candidates;

  WhoseCv(CandidateLookup candidates) {
    this.candidates = candidates;
  }

  /** The applications that it goes to; they stay locked until the transaction ends. */
  CvMatch of(Sql sql, Sender sender) {
    var evidence =
        switch (sender.channel()) {
          case EMAIL -> byMail(sql, sender);
          case WHATSAPP -> byWhatsApp(sql, sender);
        };
    return CvMatch.decide(evidence);
  }

  /** Whether a CV is awaited of the sender. */
  public boolean isAwaited(Sql sql, Sender sender) {
    return !CvMatch.awaiting(of(sql, sender)).isEmpty();
  }

  private List<CvMatch.Found> byMail(Sql sql, Sender sender) {
    var found = new ArrayList<CvMatch.Found>();
    byAddress(sql, "sender", sender.address(), found);
    if (sender.replyTo() != null) byAddress(sql, "reply address", sender.replyTo(), found);
    if (sender.threadId() != null) {
      var answered = store.ofThread(sql, sender.threadId());
      found.add(found(sql, MatchMethod.THREAD, "answers a mail of ours", answered));
    }
    var named = SubjectReference.in(sender.subject());
    found.add(
        found(
            sql, MatchMethod.SUBJECT_ID, "subject names " + words(named), store.named(sql, named)));
    return found;
  }

  private void byAddress(Sql sql, String what, String address, List<CvMatch.Found> found) {
    found.add(
        found(
            sql,
            MatchMethod.EXACT_EMAIL,
            what + " " + address,
            candidates.byExactEmail(sql, address)));
    found.add(
        found(
            sql,
            MatchMethod.EXACT_EMAIL,
            what + " " + address + ", another spelling of the same mailbox",
            candidates.bySameMailbox(sql, address)));
  }

  private List<CvMatch.Found> byWhatsApp(Sql sql, Sender sender) {
    if (sender.hidden()) return List.of();
    return List.of(
        found(
            sql,
            MatchMethod.EXACT_PHONE,
            "sender +" + sender.address(),
            candidates.byInternationalPhone(sql, sender.address())));
  }

  private CvMatch.Found found(Sql sql, MatchMethod method, String evidence, List<Long> ids) {
    var people = ids.isEmpty() ? List.<CvMatch.Person>of() : store.people(sql, ids);
    return new CvMatch.Found(method, evidence, people);
  }

  private static String words(Set<SubjectReference> references) {
    return references.stream()
        .map(
            reference ->
                switch (reference) {
                  case SubjectReference.ToApplication(var id) -> "RF-" + id;
                  case SubjectReference.ToCandidate(var id) -> "C-" + id;
                })
        .collect(Collectors.joining(", "));
  }
}

package recruitflow.screening.cvs.mail;

import java.util.List;
import java.util.Optional;
import recruitflow.desk.candidates.CandidateLookup;
import recruitflow.domain.screening.cvs.SubjectReference;
import recruitflow.domain.screening.inbound.ReceivedMail;
import recruitflow.platform.database.Sql;
import recruitflow.screening.cvs.CvStore;

/**
 * Whose words a mail holds: by the sender's address, else by the one that answers go to, else by
 * the thread it answers, else by its subject.
 */
public final class ReplyOwner {
  private final CvStore store = new CvStore();
  private final CandidateLookup candidates;

  public ReplyOwner(CandidateLookup candidates) {
    this.candidates = candidates;
  }

  /** The candidate; nothing when nobody fits, or the weaker signs fit several. */
  Optional<Long> of(Sql sql, ReceivedMail mail) {
    var byAddress = candidates.byEmail(sql, mail.from());
    if (!byAddress.isEmpty()) return CandidateLookup.likeliest(sql, byAddress);
    var byAnswer =
        mail.replyTo() == null ? List.<Long>of() : candidates.byEmail(sql, mail.replyTo());
    if (!byAnswer.isEmpty()) return CandidateLookup.likeliest(sql, byAnswer);
    return only(store.ofThread(sql, mail.threadId()))
        .or(() -> only(store.named(sql, SubjectReference.in(mail.subject()))));
  }

  private static Optional<Long> only(List<Long> ids) {
    return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
  }
}

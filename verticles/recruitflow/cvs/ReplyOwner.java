package recruitflow.cvs;

import java.util.List;
import java.util.Optional;
import recruitflow.desk.Candidates;
import recruitflow.domain.cvs.SubjectReference;
import recruitflow.domain.inbound.ReceivedMail;
import recruitflow.platform.Sql;

/** Whose words a mail holds: by address, else by the thread it answers, else by its subject. */
final class ReplyOwner {
  private final CvStore store = new CvStore();
  private final Candidates candidates;

  ReplyOwner(Candidates candidates) {
    this.candidates = candidates;
  }

  /** The candidate; nothing when nobody fits, or the weaker signs fit several. */
  Optional<Long> of(Sql sql, ReceivedMail mail) {
    var byAddress = candidates.byEmail(sql, mail.from());
    if (!byAddress.isEmpty()) return Candidates.likeliest(sql, byAddress);
    return only(store.ofThread(sql, mail.threadId()))
        .or(() -> only(store.named(sql, SubjectReference.in(mail.subject()))));
  }

  private static Optional<Long> only(List<Long> ids) {
    return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
  }
}

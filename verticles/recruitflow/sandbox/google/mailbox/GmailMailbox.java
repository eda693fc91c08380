package recruitflow.sandbox.google.mailbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import recruitflow.sandbox.Serial;

/** One account's mail: messages, threads, labels and history that agree with each other. */
public final class GmailMailbox {
  public final String address;
  public final GmailLabels labels = new GmailLabels();
  public final GmailHistory history = new GmailHistory();
  private final Supplier<Instant> clock;
  private final Map<String, GmailMail> mails = new LinkedHashMap<>();
  private final Serial serial = new Serial();

  public GmailMailbox(String address, Supplier<Instant> clock) {
    this.address = address;
    this.clock = clock;
  }

  /** Puts in a message that came from outside, in the thread it answers. */
  public GmailMail receive(byte[] raw, Collection<String> labelNames) {
    var payload = GmailPart.read(raw);
    var thread = thread(payload, null);
    var ids = labelNames.stream().map(this::labelId).toList();
    return add(raw, payload, thread, ids);
  }

  private String labelId(String name) {
    return labels.named(name).orElseGet(() -> labels.create(name, null, null)).id();
  }

  /**
   * Puts in a message that was sent. It joins the named thread only if it answers one of its
   * messages under the same subject, else it opens a thread of its own.
   */
  public GmailMail send(byte[] raw, String threadId) {
    if (threadId != null && thread(threadId).isEmpty()) throw GmailFailure.notFound();
    var payload = GmailPart.read(raw);
    var thread = threadId == null ? Optional.<String>empty() : thread(payload, threadId);
    return add(raw, payload, thread, List.of("SENT"));
  }

  private GmailMail add(
      byte[] raw, GmailPart payload, Optional<String> thread, List<String> labelIds) {
    var id = Long.toHexString(serial.next() << 10); // as long as the provider's
    var mail = new GmailMail(id, thread.orElse(id), clock.get(), raw, payload);
    mail.labels.addAll(labelIds);
    mails.put(id, mail);
    history.add("messageAdded", mail, labelIds);
    return mail;
  }

  private Optional<String> thread(GmailPart payload, String wanted) {
    var answered = GmailMail.answered(payload);
    var topic = GmailMail.topic(payload);
    return mails.values().stream()
        .filter(mail -> wanted == null || mail.threadId.equals(wanted))
        .filter(mail -> answered.contains(GmailMail.messageId(mail.payload)))
        .filter(mail -> GmailMail.topic(mail.payload).equals(topic))
        .map(mail -> mail.threadId)
        .findFirst();
  }

  /** A message by its id; malformed ids are refused, unknown ones not found. */
  public GmailMail get(String id) {
    if (!id.matches("[0-9a-f]{1,16}")) throw GmailFailure.invalid("Invalid id value");
    return Optional.ofNullable(mails.get(id)).orElseThrow(GmailFailure::notFound);
  }

  /** The messages of a thread, oldest first; empty for an unknown one. */
  public List<GmailMail> thread(String threadId) {
    return mails.values().stream().filter(mail -> mail.threadId.equals(threadId)).toList();
  }

  /** Newest first: what fits the query and has all the labels. */
  public List<GmailMail> find(String query, List<String> labelIds, boolean spamAndTrash) {
    for (var id : labelIds)
      if (!labels.knows(id)) throw GmailFailure.invalid("Invalid label: " + id);
    var everywhere = spamAndTrash || labelIds.contains("TRASH") || labelIds.contains("SPAM");
    Predicate<GmailMail> fits =
        GmailSearch.read(query, new GmailTerms(labels, clock.get()), everywhere);
    return mails.values().stream()
        .filter(mail -> mail.labels.containsAll(labelIds))
        .filter(fits)
        .sorted(
            Comparator.comparing((GmailMail mail) -> mail.received)
                .thenComparing(mail -> mail.id)
                .reversed())
        .toList();
  }

  /** Changes labels; what is so already leaves no trace in the history. */
  public void modify(Collection<GmailMail> changed, List<String> added, List<String> removed) {
    labels.checkChange(added, removed);
    for (var mail : changed) {
      var fresh = new ArrayList<>(added);
      fresh.removeAll(mail.labels);
      var gone = new ArrayList<>(removed);
      gone.retainAll(mail.labels);
      mail.labels.addAll(fresh);
      if (!fresh.isEmpty()) history.add("labelAdded", mail, fresh);
      gone.forEach(mail.labels::remove);
      if (!gone.isEmpty()) history.add("labelRemoved", mail, gone);
    }
  }

  /** The messages of these ids that exist. */
  public List<GmailMail> existing(List<String> ids) {
    return ids.stream().map(mails::get).filter(mail -> mail != null).toList();
  }

  /** Removes a message for good. */
  public void delete(GmailMail mail) {
    mails.remove(mail.id);
    history.add("messageDeleted", mail, List.copyOf(mail.labels));
  }

  public List<GmailMail> all() {
    return List.copyOf(mails.values());
  }
}

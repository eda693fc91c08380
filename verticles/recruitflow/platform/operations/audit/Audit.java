package recruitflow.platform.operations.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import recruitflow.platform.operations.Caller;

/**
 * What was asked for and how it ended, noted in memory and written down a moment later by whoever
 * keeps the audit, so that no call waits for it. What is beyond its measure is counted only.
 */
public final class Audit {

  private static final int MOST = 20_000;
  private static final int LONGEST = 200;

  private final ConcurrentLinkedQueue<Entry> noted = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  /**
   * @param action the operation, or method and path of what is no operation
   * @param userId 0 for nobody known
   * @param who the name that was typed, where nobody is known; may be null
   * @param object ids of what it was about
   * @param outcome ok, or the word of the failure
   */
  public record Entry(
      Instant at,
      String action,
      long userId,
      String who,
      String object,
      String address,
      String outcome) {}

  /** Notes what somebody did or was refused. */
  public void note(String action, Caller caller, String object, String outcome) {
    note(action, caller.userId(), null, object, caller.address(), outcome);
  }

  /** The same where nobody is known; {@code who} as typed. */
  void note(String action, long userId, String who, String object, String address, String outcome) {
    if (waiting.incrementAndGet() > MOST) {
      waiting.decrementAndGet();
      lost.incrementAndGet();
      return;
    }
    noted.add(
        new Entry(
            Instant.now(), action, userId, clean(who), clean(object), clean(address), outcome));
  }

  /** What was noted since, at most so many, oldest first; they are the taker's now. */
  public List<Entry> take(int most) {
    var taken = new ArrayList<Entry>();
    while (taken.size() < most) {
      var next = noted.poll();
      if (next == null) break;
      waiting.decrementAndGet();
      taken.add(next);
    }
    return taken;
  }

  /** They could not be written down: again later. */
  public void giveBack(List<Entry> entries) {
    waiting.addAndGet(entries.size());
    noted.addAll(entries);
  }

  /** How many were not noted since this was asked last. */
  public int lost() {
    return lost.getAndSet(0);
  }

  /** Short, and in one line: what strangers send stands in it. */
  private static String clean(String text) {
    if (text == null || text.isEmpty()) return null;
    var line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", " ");
    return line.substring(0, Math.min(LONGEST, line.length()));
  }
}

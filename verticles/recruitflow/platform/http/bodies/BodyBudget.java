package recruitflow.platform.http.bodies;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of request bodies the process holds at once, over all connections. Who has not
 * proved who he is can fill half of it, so that strangers never shut out people.
 */
public final class BodyBudget {

  private final long limit;
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong heldForStrangers = new AtomicLong();

  /**
   * @param limit in bytes
   */
  public BodyBudget(long limit) {
    this.limit = limit;
  }

  /** A share for one request, given back when its answer has left or its sender is gone. */
  public Share share(RoutingContext request, boolean known) {
    var share = new Share(known);
    request.addEndHandler(done -> share.giveBack());
    return share;
  }

  /** Bytes held now. */
  public long held() {
    return held.get();
  }

  /** What one request holds; used on the event loop of its connection. */
  public final class Share {

    private final boolean known;
    private long mine;
    private boolean over;

    private Share(boolean known) {
      this.known = known;
    }

    /** True when there was room for so many more bytes. */
    public boolean take(long bytes) {
      if (over) return false;
      if (!fits(held, limit, bytes)) return false;
      if (!known && !fits(heldForStrangers, limit / 2, bytes)) {
        held.addAndGet(-bytes);
        return false;
      }
      mine += bytes;
      return true;
    }

    private void giveBack() {
      over = true;
      held.addAndGet(-mine);
      if (!known) heldForStrangers.addAndGet(-mine);
      mine = 0;
    }

    private static boolean fits(AtomicLong counter, long most, long bytes) {
      if (counter.addAndGet(bytes) <= most) return true;
      counter.addAndGet(-bytes);
      return false;
    }
  }
}

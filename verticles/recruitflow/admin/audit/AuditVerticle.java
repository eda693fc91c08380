package recruitflow.admin.audit;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.admin.audit.AuditOperations.AuditFilter;
import recruitflow.admin.audit.AuditOperations.AuditPage;
import recruitflow.platform.House;
import recruitflow.platform.Loop;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Page;

/** Writes down what was noted, a moment later and many at a time, and shows it. */
public final class AuditVerticle extends VerticleBase {

  private static final Logger log = LoggerFactory.getLogger(AuditVerticle.class);
  private static final Duration EVERY = Duration.ofMillis(250);
  private static final int AT_ONCE = 1000;

  private final House house;
  private final AuditStore store = new AuditStore();

  public AuditVerticle(House house) {
    this.house = house;
  }

  @Override
  public Future<?> start() {
    Loop.every(context, EVERY, this::write);
    house.operations().on(context, AuditOperations.LIST, this::list).await();
    return house.watch(context, "audit");
  }

  /** The door is closed before: what was noted last is written too. */
  @Override
  public Future<?> stop() {
    write();
    return Future.succeededFuture();
  }

  private void write() {
    var lost = house.operations().audit().lost();
    if (lost > 0) log.error("{} calls could not be audited: too many at once", lost);
    var audit = house.operations().audit();
    for (var entries = audit.take(AT_ONCE); !entries.isEmpty(); entries = audit.take(AT_ONCE)) {
      try {
        store.add(house.db().sql(), entries);
      } catch (RuntimeException e) {
        audit.giveBack(entries);
        throw e;
      }
    }
  }

  private AuditPage list(Caller caller, AuditFilter filter) {
    var page = Page.beside(filter.after(), filter.page(), filter.pageSize());
    var rows = store.list(house.db().sql(), filter, page);
    return new AuditPage(rows, rows.size() < page.size() ? null : rows.getLast().id());
  }
}

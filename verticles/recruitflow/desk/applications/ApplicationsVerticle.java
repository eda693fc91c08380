package recruitflow.desk.applications;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.function.BiFunction;
import recruitflow.desk.applications.byhand.QueueCalls;
import recruitflow.platform.House;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Operation;

/** One candidate for one position, and what he writes to us. */
public final class ApplicationsVerticle extends VerticleBase {
  private final House house;

  public ApplicationsVerticle(House house) {
    this.house = house;
  }

  @Override
  public Future<?> start() {
    applications(new ApplicationDesk(house, new ApplicationDetailRead(house)));
    var lists = new ListApplicationsRead(house);
    on(ApplicationOperations.LIST, lists::list);
    on(ApplicationOperations.IDS, lists::ids);
    on(ApplicationOperations.TRIGGER_CALLS, new QueueCalls(house)::run);
    var replies = new ReplyDesk(house);
    on(ReplyOperations.UNREAD_COUNT, replies::unreadCount);
    on(ReplyOperations.MARK_READ, replies::markRead);
    return house.watch(context, "applications");
  }

  private void applications(ApplicationDesk applications) {
    on(ApplicationOperations.GET, applications::get);
    on(ApplicationOperations.CREATE, applications::create);
    on(ApplicationOperations.SET_STATUS, applications::setStatus);
    on(ApplicationOperations.ADD_NOTE, applications::addNote);
    on(ApplicationOperations.ASSIGN, applications::assign);
    on(ApplicationOperations.CLOSE, applications::close);
    on(ApplicationOperations.UNDO_CLOSE, applications::undoClose);
  }

  private <I, O> void on(Operation<I, O> operation, BiFunction<Caller, I, O> handler) {
    house.operations().on(context, operation, handler).await();
  }
}

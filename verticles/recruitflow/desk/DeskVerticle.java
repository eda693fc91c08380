package recruitflow.desk;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.function.BiFunction;
import recruitflow.platform.House;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Operation;

/** Positions, candidates, applications and what candidates write. */
public final class DeskVerticle extends VerticleBase {
  private final House house;

  public DeskVerticle(House house) {
    this.house = house;
  }

  @Override
  public Future<?> start() {
    var positions = new Positions(house);
    positions(positions);
    new DemoPosition(house, positions).createFirst();
    candidates(new CandidateDesk(house));
    applications(new ApplicationDesk(house, new ApplicationDetailRead(house)));
    replies(new ReplyDesk(house));
    duplicates(new Duplicates(house));
    return house.watch(context, "desk");
  }

  private void positions(Positions positions) {
    on(PositionOperations.LIST, positions::list);
    on(PositionOperations.GET, positions::get);
    on(PositionOperations.CREATE, positions::create);
    on(PositionOperations.UPDATE, positions::update);
    on(PositionOperations.DELETE, positions::delete);
  }

  private void candidates(CandidateDesk candidates) {
    on(CandidateOperations.LIST, candidates::list);
    on(CandidateOperations.GET, candidates::get);
    on(CandidateOperations.CREATE, candidates::create);
    on(CandidateOperations.UPDATE, candidates::update);
  }

  private void applications(ApplicationDesk applications) {
    var lists = new ListApplicationsRead(house);
    on(ApplicationOperations.LIST, lists::list);
    on(ApplicationOperations.IDS, lists::ids);
    on(ApplicationOperations.GET, applications::get);
    on(ApplicationOperations.CREATE, applications::create);
    on(ApplicationOperations.TRIGGER_CALLS, new QueueCalls(house)::run);
    on(ApplicationOperations.SET_STATUS, applications::setStatus);
    on(ApplicationOperations.ADD_NOTE, applications::addNote);
    on(ApplicationOperations.ASSIGN, applications::assign);
    on(ApplicationOperations.CLOSE, applications::close);
  }

  private void replies(ReplyDesk replies) {
    on(ReplyOperations.UNREAD_COUNT, replies::unreadCount);
    on(ReplyOperations.MARK_READ, replies::markRead);
  }

  private void duplicates(Duplicates duplicates) {
    on(DuplicateOperations.LIST, duplicates::list);
    on(DuplicateOperations.MERGE, new MergeCandidates(house)::run);
    on(DuplicateOperations.DISMISS, duplicates::dismiss);
  }

  private <I, O> void on(Operation<I, O> operation, BiFunction<Caller, I, O> handler) {
    house.operations().on(context, operation, handler).await();
  }
}

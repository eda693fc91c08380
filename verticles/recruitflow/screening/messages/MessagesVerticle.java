package recruitflow.screening.messages;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.function.Function;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.platform.House;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.platform.tasks.Worker;
import recruitflow.screening.messages.sending.Carrier;
import recruitflow.screening.messages.sending.Outbox;
import recruitflow.screening.messages.sending.RecordDelivery;
import recruitflow.screening.messages.sending.SendMessage;
import recruitflow.screening.messages.sending.WhatsApp;

/** Writes to candidates. */
public final class MessagesVerticle extends VerticleBase {

  private final House house;
  private final MessageSettings settings;

  public MessagesVerticle(House house, MessageSettings settings) {
    this.house = house;
    this.settings = settings;
  }

  @Override
  public Future<?> start() {
    Templates.seed(house.db().sql());
    var store = new MessageStore();
    var write = new WriteMessages(house, store);
    var outbox = new Outbox(house);
    var whatsApp = new WhatsApp(house);
    outbox.startAfresh();
    whatsApp.startAfresh();
    return Future.all(
        List.of(
            operations(write),
            sending(Channel.EMAIL, outbox, write),
            sending(Channel.WHATSAPP, whatsApp, write),
            work(RequestCv.KIND, new RequestCv(write, house.clock())::run),
            work(WithdrawUnsent.KIND, new WithdrawUnsent(house, store)::run),
            work(RecordDelivery.KIND, new RecordDelivery(house)::run),
            jobs(write),
            house.watch(context, "messages")));
  }

  private Future<?> operations(WriteMessages write) {
    return Future.all(
        house
            .operations()
            .on(context, MessageOperations.FOLLOW_UP, new FollowUpByHand(house, write)::run),
        house.operations().on(context, MessageOperations.SEND, new SendByHand(house, write)::run));
  }

  private Future<?> jobs(WriteMessages write) {
    return Future.all(
        house
            .tasks()
            .schedule(context, CheckCvFollowUps.JOB, new CheckCvFollowUps(house, write)::run),
        house.tasks().schedule(context, CloseStale.JOB, new CloseStale(house, settings)::run));
  }

  private Future<?> sending(Channel channel, Carrier carrier, WriteMessages write) {
    var send = new SendMessage(house, new MessageStore(), write, carrier);
    var worker = Worker.of(SendMessage.kind(channel)).asking(carrier.name());
    return house.tasks().work(context, worker, send::run);
  }

  private Future<?> work(String kind, Function<TaskRun, TaskResult> handler) {
    return house.tasks().work(context, Worker.of(kind), handler);
  }
}

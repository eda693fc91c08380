package recruitflow.screening.calls;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import recruitflow.platform.House;
import recruitflow.platform.tasks.Worker;
import recruitflow.screening.calls.placing.CloseWindows;
import recruitflow.screening.calls.placing.DispatchQueue;
import recruitflow.screening.calls.placing.PlaceCalls;
import recruitflow.screening.calls.placing.Placement;
import recruitflow.screening.calls.placing.QueueStore;
import recruitflow.screening.calls.settling.BindConversation;
import recruitflow.screening.calls.settling.CheckCall;
import recruitflow.screening.calls.settling.EventStore;
import recruitflow.screening.calls.settling.ReceiveVoiceEvent;
import recruitflow.screening.calls.settling.SettleUnknown;
import recruitflow.screening.calls.settling.SyncStuckCalls;
import recruitflow.screening.calls.voice.ElevenLabs;
import recruitflow.screening.calls.voice.VoiceSettings;

/** Phones candidates through the voice provider and hears how it went. */
public final class CallsVerticle extends VerticleBase {
  private final House house;
  private final VoiceSettings settings;

  public CallsVerticle(House house, VoiceSettings settings) {
    this.house = house;
    this.settings = settings;
  }

  @Override
  public Future<?> start() {
    var voice = new ElevenLabs(house, settings);
    var calls = new CallStore();
    var batches = new BatchStore();
    var queue = new QueueStore();
    var events = new EventStore();
    var open = new OpenCalls(house, calls, batches);
    var close = new CloseCall(house, calls, batches);
    var find = new FindCalls(voice, calls);
    var placement = new Placement(house, calls, batches, queue, open);
    var place = new PlaceCalls(house, voice, batches, placement, find);
    var settle = new SettleUnknown(house, calls, batches, placement, find);
    var bind = new BindConversation(house, settings.agentId(), voice, events, calls, batches);
    var receive = new ReceiveVoiceEvent(house, voice, events, calls, bind, close);
    var dispatch = new DispatchQueue(house, settings.maxInFlight(), queue, calls, open);
    var windows = new CloseWindows(house, voice, calls, batches, queue, close);
    var stuck =
        new SyncStuckCalls(
            house,
            settings.stuckAfter(),
            calls,
            batches,
            open,
            placement,
            () -> new CheckCall(house, voice, calls, batches, find, close));
    var tasks = house.tasks();
    tasks.work(context, placing(), place::run).await();
    tasks.work(context, asking("calls.settle").concurrency(2), settle::run).await();
    tasks.work(context, Worker.of("calls.receive").concurrency(8), receive::run).await();
    tasks.work(context, asking("calls.cancel").concurrency(2), windows::run).await();
    tasks.schedule(context, DispatchQueue.JOB, dispatch::run).await();
    tasks.schedule(context, SyncStuckCalls.JOB, stuck::run).await();
    tasks.schedule(context, CloseWindows.JOB, windows::look).await();
    operations(new CallNow(house, settings.maxInFlight(), queue, calls, open), new CallLog(house));
    return house.watch(context, "calls");
  }

  private void operations(CallNow now, CallLog log) {
    var operations = house.operations();
    operations.on(context, CallsOperations.CALL_NOW, now::run).await();
    operations.on(context, CallsOperations.SCHEDULE_CALLBACK, now::schedule).await();
    operations.on(context, CallsOperations.LIST, log::list).await();
    operations.on(context, CallsOperations.GET, log::get).await();
  }

  private static Worker asking(String kind) {
    return Worker.of(kind).asking(ElevenLabs.PROVIDER);
  }

  /** The pauses grow; what the provider asks for comes before them. */
  private static Worker placing() {
    return asking("calls.place")
        .concurrency(4)
        .backoff(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));
  }
}

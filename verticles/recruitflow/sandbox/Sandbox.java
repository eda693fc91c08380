package recruitflow.sandbox;

import io.vertx.core.Vertx;
import java.time.Instant;
import recruitflow.sandbox.faults.Faults;
import recruitflow.sandbox.people.People;
import recruitflow.sandbox.people.PeopleDesk;

/** What all stand-ins share. Everything in it is used on the sandbox's one event loop. */
public record Sandbox(
    Vertx vertx,
    SandboxSettings settings,
    Ledger ledger,
    Faults faults,
    People people,
    PeopleDesk desk,
    Webhooks webhooks,
    Agenda agenda) {

  static Sandbox open(Vertx vertx, SandboxSettings settings) {
    var ledger = new Ledger();
    var faults = new Faults();
    var people = People.fromResources();
    var agenda = new Agenda(vertx, settings.clock());
    var webhooks = new Webhooks(vertx, settings.webhooks(), faults, ledger);
    var desk = new PeopleDesk(people, agenda);
    return new Sandbox(vertx, settings, ledger, faults, people, desk, webhooks, agenda);
  }

  /** Business time. */
  public Instant now() {
    return settings.clock().get();
  }
}

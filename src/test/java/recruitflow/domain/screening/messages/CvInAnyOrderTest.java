package recruitflow.domain.screening.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.domain.desk.applications.ApplicationStatus.CV_RECEIVED;
import static recruitflow.domain.desk.applications.ApplicationStatus.CV_RECEIVED_REJECTED;
import static recruitflow.domain.desk.applications.ApplicationStatus.SCORING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.domain.screening.inbound.Channel;

/**
 * Everything that can happen between a verdict and the end, in every order and any number of times:
 * all states that can be reached are visited, and each of them is looked at.
 */
class CvInAnyOrderTest {

  enum Mark {
    PENDING,
    LOST_ARRIVED,
    LOST_NEVER_ARRIVED,
    SENT,
    FAILED
  }

  record Letter(MessageType type, Channel channel) {}

  /**
   * @param arrived what reached the person, and how often
   * @param askedInVain something that asks for the CV left when the CV was here
   */
  record World(
      ApplicationStatus status,
      boolean hasCv,
      Map<Letter, Mark> letters,
      Map<Letter, Integer> arrived,
      boolean askedInVain) {

    World status(ApplicationStatus to) {
      return new World(to, hasCv, letters, arrived, askedInVain);
    }

    World mark(Letter letter, Mark mark) {
      var marked = new HashMap<>(letters);
      marked.put(letter, mark);
      return new World(status, hasCv, Map.copyOf(marked), arrived, askedInVain);
    }

    World arrives(Letter letter) {
      var more = new HashMap<>(arrived);
      more.merge(letter, 1, Integer::sum);
      return new World(status, hasCv, letters, Map.copyOf(more), askedInVain);
    }

    World leaves() {
      return new World(status, hasCv, letters, arrived, askedInVain || hasCv);
    }

    World cv() {
      return new World(status, true, letters, arrived, askedInVain)
          .status(Transition.onCv(status).map(Transition::to).orElse(status));
    }
  }

  @Test
  void whatever_happens_in_whatever_order_ends_the_same() {
    var seen = new HashSet<World>();
    var next = new ArrayDeque<World>();
    next.add(new World(SCORING, false, Map.of(), Map.of(), false));
    while (!next.isEmpty()) {
      var world = next.poll();
      if (!seen.add(world)) continue;
      look(world);
      next.addAll(events(world).stream().map(event -> event.apply(world)).toList());
    }
    assertThat(seen).hasSizeGreaterThan(1000);
    assertThat(seen).anyMatch(world -> world.status() == ApplicationStatus.CV_OVERDUE);
  }

  private static void look(World world) {
    assertThat(world.askedInVain()).as("asked for what was here: %s", world).isFalse();
    assertThat(world.arrived().values()).as("asked twice: %s", world).allMatch(n -> n == 1);
    if (world.hasCv() && !world.letters().isEmpty()) {
      assertThat(world.status()).as("%s", world).isIn(CV_RECEIVED, CV_RECEIVED_REJECTED);
    }
    if (world.hasCv() && Set.of(CV_RECEIVED, CV_RECEIVED_REJECTED).contains(world.status())) {
      var later = events(world).stream().map(event -> event.apply(world).status()).toList();
      assertThat(later).as("%s", world).containsOnly(world.status());
    }
  }

  private static List<UnaryOperator<World>> events(World world) {
    var events = new ArrayList<UnaryOperator<World>>();
    events.add(World::cv);
    events.add(CvInAnyOrderTest::remind);
    events.add(CvInAnyOrderTest::ask);
    for (var verdict : List.of(Transition.QUALIFY, Transition.DISQUALIFY)) {
      events.add(w -> w.status(verdict.apply(w.status()).orElse(w.status())));
    }
    for (var letter : world.letters().keySet()) {
      for (var outcome : Mark.values()) events.add(w -> hand(w, letter, outcome));
      events.add(w -> settle(w, letter));
    }
    return events;
  }

  /** The request is written, or written anew where it surely did not arrive. */
  private static World ask(World world) {
    var type = MessageType.requestFor(world.status());
    if (type.isEmpty()) return world;
    return world.hasCv() ? world.cv() : write(world, type.get());
  }

  private static World remind(World world) {
    var due = FollowUp.decide(world.status(), null, Duration.ofHours(48), Instant.EPOCH, false);
    return switch (due) {
      case FollowUp.Send(var type) -> write(world, type);
      case FollowUp.Overdue() -> world.status(Transition.CV_IS_OVERDUE.to());
      case FollowUp.NotYet _, FollowUp.FileWaits(), FollowUp.None() -> world;
    };
  }

  private static World write(World world, MessageType type) {
    var written = world;
    for (var channel : type.channels()) {
      var letter = new Letter(type, channel);
      var mark = written.letters().get(letter);
      if (mark == null || mark == Mark.FAILED) written = written.mark(letter, Mark.PENDING);
    }
    return written;
  }

  /** Handed to the provider, which takes it, asks to wait (pending again) or loses its answer. */
  private static World hand(World world, Letter letter, Mark outcome) {
    if (world.letters().get(letter) != Mark.PENDING) return world;
    if (!letter.type().wantedIn(world.status())) return world.mark(letter, Mark.FAILED);
    var gone = world.leaves().mark(letter, outcome);
    return switch (outcome) {
      case SENT -> sent(gone.arrives(letter), letter);
      case LOST_ARRIVED -> gone.arrives(letter);
      case PENDING, LOST_NEVER_ARRIVED, FAILED -> gone;
    };
  }

  private static World settle(World world, Letter letter) {
    return switch (world.letters().get(letter)) {
      case LOST_ARRIVED -> sent(world.mark(letter, Mark.SENT), letter);
      case LOST_NEVER_ARRIVED -> world.mark(letter, Mark.FAILED);
      case PENDING, SENT, FAILED -> world;
    };
  }

  private static World sent(World world, Letter letter) {
    return world.status(
        letter.type().onSent(world.status()).map(Transition::to).orElse(world.status()));
  }
}

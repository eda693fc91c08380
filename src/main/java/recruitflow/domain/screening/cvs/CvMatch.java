package recruitflow.domain.screening.cvs;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.Transition;

/**
 * Whose CV it is and where it goes. The ways are tried in order and the first that names somebody
 * with an application wins: the sender's address, the address that answers go to, the sender's
 * number, the thread of a mail of ours, a reference in the subject.
 */
public sealed interface CvMatch {

  /** It goes to these applications, one CV file each; never empty. */
  record Matched(MatchMethod method, List<Filing> filings, boolean needsReview, String note)
      implements CvMatch {
    public Matched {
      filings = List.copyOf(filings);
    }
  }

  /** Nobody could be found for it; a person has to, and this is what is known. */
  record Unmatched(String note) implements CvMatch {}

  /**
   * One application that receives the CV.
   *
   * @param step what the CV does to its status; empty when none was awaited, the status then stays
   */
  record Filing(long applicationId, long candidateId, Optional<Transition> step) {}

  /** Who was found by one of the ways, several when the evidence fits several people. */
  record Found(MatchMethod method, String evidence, List<Person> people) {
    public Found {
      people = List.copyOf(people);
    }
  }

  /** A candidate with all applications, open and closed. */
  record Person(long candidateId, List<Held> applications) {
    public Person {
      applications = List.copyOf(applications);
    }
  }

  /** An application as the decision sees it. */
  record Held(long applicationId, ApplicationStatus status, Instant createdAt) {}

  /** Decides over what was found, given in the order in which the ways are to be believed. */
  static CvMatch decide(List<Found> found) {
    for (var way : found) {
      var people =
          way.people().stream().filter(person -> !person.applications().isEmpty()).toList();
      if (!people.isEmpty()) return Decision.match(way, people);
    }
    return new Unmatched(Decision.whyNobody(found));
  }

  /**
   * Where something stands that may be the CV: one application of each person who was found and of
   * whom a CV is awaited; empty when it is of nobody's concern.
   */
  static List<Filing> awaiting(CvMatch match) {
    return match instanceof Matched matched
        ? matched.filings().stream()
            .filter(filing -> filing.step().isPresent())
            .collect(
                Collectors.toMap(
                    Filing::candidateId, f -> f, (first, second) -> second, TreeMap::new))
            .values()
            .stream()
            .toList()
        : List.of();
  }

  /** Filing by hand: to that application and no other. */
  static Matched byHand(long candidateId, Held held) {
    return new Matched(
        MatchMethod.MANUAL, List.of(Decision.filing(candidateId, held)), false, "assigned by hand");
  }

  /** How the first match is turned into filings. */
  final class Decision {
    private Decision() {}

    private static Matched match(Found way, List<Person> people) {
      var open =
          people.stream()
              .flatMap(
                  person ->
                      person.applications().stream()
                          .filter(held -> held.status().isOpen())
                          .map(held -> filing(person.candidateId(), held)))
              .toList();
      var several = people.size() > 1;
      var note =
          way.evidence() + (several ? ", which fits %d candidates".formatted(people.size()) : "");
      return open.isEmpty()
          ? new Matched(way.method(), List.of(latest(people)), true, note + "; nothing is open")
          : new Matched(way.method(), open, several, note);
    }

    private static Filing filing(long candidateId, Held held) {
      return new Filing(held.applicationId(), candidateId, Transition.onCv(held.status()));
    }

    private static Filing latest(List<Person> people) {
      record Closed(long candidateId, Held held) {}
      var newest =
          Comparator.comparing((Closed closed) -> closed.held().createdAt())
              .thenComparing(closed -> closed.held().applicationId());
      return people.stream()
          .flatMap(p -> p.applications().stream().map(held -> new Closed(p.candidateId(), held)))
          .max(newest)
          .map(closed -> filing(closed.candidateId(), closed.held()))
          .orElseThrow();
    }

    private static String whyNobody(List<Found> found) {
      var known =
          found.stream()
              .filter(way -> !way.people().isEmpty())
              .map(Found::evidence)
              .collect(Collectors.joining(", "));
      return known.isEmpty()
          ? "no candidate was found by sender or subject"
          : known + " belongs to a candidate without an application";
    }
  }
}

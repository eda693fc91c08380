package recruitflow.domain.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.domain.desk.applications.ApplicationStatus.AWAITING_CV;
import static recruitflow.domain.desk.applications.ApplicationStatus.AWAITING_CV_REJECTED;
import static recruitflow.domain.desk.applications.ApplicationStatus.CALL_QUEUED;
import static recruitflow.domain.desk.applications.ApplicationStatus.CLOSED;
import static recruitflow.domain.desk.applications.ApplicationStatus.CV_RECEIVED;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.domain.screening.cvs.CvMatch.Filing;
import recruitflow.domain.screening.cvs.CvMatch.Found;
import recruitflow.domain.screening.cvs.CvMatch.Held;
import recruitflow.domain.screening.cvs.CvMatch.Matched;
import recruitflow.domain.screening.cvs.CvMatch.Person;
import recruitflow.domain.screening.cvs.CvMatch.Unmatched;

class CvMatchTest {
  private static final Instant DAY = Instant.parse("2026-11-20T10:00:00Z");
  private static final Person ANA = new Person(1, List.of(held(11, AWAITING_CV)));
  private static final Person BOB = new Person(2, List.of(held(21, AWAITING_CV_REJECTED)));

  @Test
  void the_address_is_believed_before_number_and_reference() {
    var match = matched(by(MatchMethod.EXACT_EMAIL, ANA), by(MatchMethod.SUBJECT_ID, BOB));
    assertThat(match.method()).isEqualTo(MatchMethod.EXACT_EMAIL);
    assertThat(match.filings()).extracting(Filing::applicationId).containsExactly(11L);
    assertThat(match.needsReview()).isFalse();
  }

  @Test
  void the_reference_counts_where_the_address_is_unknown() {
    var match = matched(by(MatchMethod.EXACT_EMAIL), by(MatchMethod.SUBJECT_ID, BOB));
    assertThat(match.method()).isEqualTo(MatchMethod.SUBJECT_ID);
    assertThat(match.needsReview()).isFalse();
  }

  @Test
  void a_candidate_without_application_stops_nothing() {
    var stranger = new Person(3, List.of());
    var match = matched(by(MatchMethod.EXACT_EMAIL, stranger), by(MatchMethod.SUBJECT_ID, BOB));
    assertThat(match.method()).isEqualTo(MatchMethod.SUBJECT_ID);
    assertThat(CvMatch.decide(List.of(by(MatchMethod.EXACT_EMAIL, stranger))))
        .isEqualTo(new Unmatched("exact_email belongs to a candidate without an application"));
  }

  @Test
  void nobody_found_is_unmatched() {
    assertThat(CvMatch.decide(List.of(by(MatchMethod.EXACT_PHONE))))
        .isEqualTo(new Unmatched("no candidate was found by sender or subject"));
    assertThat(CvMatch.decide(List.of())).isInstanceOf(Unmatched.class);
  }

  @Test
  void each_open_application_gets_it_and_each_awaiting_one_moves_on() {
    var person =
        new Person(
            4,
            List.of(
                held(41, AWAITING_CV),
                held(42, AWAITING_CV_REJECTED),
                held(43, CALL_QUEUED),
                held(44, CLOSED)));
    assertThat(matched(by(MatchMethod.EXACT_PHONE, person)).filings())
        .containsExactly(
            new Filing(41, 4, Optional.of(Transition.RECEIVE_CV)),
            new Filing(42, 4, Optional.of(Transition.RECEIVE_CV_REJECTED)),
            new Filing(43, 4, Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource(ApplicationStatus.class)
  void a_cv_takes_the_step_of_its_status(ApplicationStatus status) {
    var match = matched(by(MatchMethod.EXACT_EMAIL, new Person(5, List.of(held(51, status)))));
    assertThat(match.filings().getFirst().step()).isEqualTo(Transition.onCv(status));
    assertThat(match.needsReview()).isEqualTo(status == CLOSED);
  }

  @Test
  void with_nothing_open_the_latest_closed_one_gets_it_for_review() {
    var person =
        new Person(
            6,
            List.of(
                new Held(61, CLOSED, DAY),
                new Held(62, CLOSED, DAY.plusSeconds(60)),
                new Held(63, CLOSED, DAY.minusSeconds(60))));
    var match = matched(by(MatchMethod.EXACT_EMAIL, person));
    assertThat(match.filings()).containsExactly(new Filing(62, 6, Optional.empty()));
    assertThat(match.needsReview()).isTrue();
  }

  @Test
  void several_people_under_one_address_all_get_it_for_review() {
    var closed = new Person(7, List.of(held(71, CLOSED)));
    var match = matched(by(MatchMethod.EXACT_EMAIL, ANA, BOB, closed));
    assertThat(match.filings()).extracting(Filing::applicationId).containsExactly(11L, 21L);
    assertThat(match.needsReview()).isTrue();
    assertThat(match.note()).isEqualTo("exact_email, which fits 3 candidates");
  }

  @Test
  void a_second_cv_keeps_the_status() {
    var match = matched(by(MatchMethod.EXACT_EMAIL, new Person(8, List.of(held(81, CV_RECEIVED)))));
    assertThat(match.filings()).containsExactly(new Filing(81, 8, Optional.empty()));
    assertThat(match.needsReview()).isFalse();
  }

  @Test
  void by_hand_it_goes_to_the_one_application_and_moves_it_on() {
    assertThat(CvMatch.byHand(1, held(11, AWAITING_CV)).filings())
        .containsExactly(new Filing(11, 1, Optional.of(Transition.RECEIVE_CV)));
  }

  @Property
  void no_application_gets_it_twice_and_no_step_is_illegal(
      @ForAll @Size(max = 8) List<ApplicationStatus> statuses) {
    var applications =
        statuses.stream().map(status -> held(statuses.indexOf(status) + 100L, status)).distinct();
    var person = new Person(9, applications.toList());
    switch (CvMatch.decide(List.of(by(MatchMethod.EXACT_EMAIL, person)))) {
      case Unmatched _ -> assertThat(statuses).isEmpty();
      case Matched match -> {
        assertThat(match.filings()).isNotEmpty().doesNotHaveDuplicates();
        for (var filing : match.filings()) {
          var status = statuses.get((int) filing.applicationId() - 100);
          filing.step().ifPresent(step -> assertThat(step.from()).contains(status));
        }
      }
    }
  }

  private static Matched matched(Found... found) {
    return (Matched) CvMatch.decide(Arrays.asList(found));
  }

  private static Found by(MatchMethod method, Person... people) {
    return new Found(method, method.word(), Arrays.asList(people));
  }

  private static Held held(long id, ApplicationStatus status) {
    return new Held(id, status, DAY);
  }
}

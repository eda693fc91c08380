package recruitflow.domain.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitflow.domain.screening.cvs.SubjectReference.ToApplication;
import recruitflow.domain.screening.cvs.SubjectReference.ToCandidate;

class SubjectReferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "RF-12                          | application 12",
        "Re: [RF-12] your application   | application 12",
        "CV for rf-7.                   | application 7",
        "C-31                           | candidate 31",
        "Aw: #44                        | application 44",
        "(#44) and RF-45                | application 44 application 45",
        "RF-12 again RF-12              | application 12",
        "Životopis RF-9, děkuji         | application 9",
        "my CV 12                       | none",
        "room 44, tel. 0722 123 456     | none",
        "XRF-12                         | none",
        "RF-12a                         | none",
        "RF-0                           | none",
        "ABC-12                         | none",
        "##12                           | none",
        "RF-12-34                       | none",
        "RF-99999999999999999999        | none",
        "none                           | none"
      })
  void a_subject_names_what_it_names_in_our_forms_only(String subject, String expected) {
    var found =
        SubjectReference.in(subject).stream()
            .map(SubjectReferenceTest::words)
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  @Property
  void no_subject_breaks_it(@ForAll String subject) {
    assertThat(SubjectReference.in(subject)).isNotNull();
  }

  @Property
  void what_we_write_we_read(@ForAll("ids") long id) {
    assertThat(SubjectReference.in("Re: [RF-" + id + "] CV"))
        .containsExactly(new ToApplication(id));
  }

  @Provide
  Arbitrary<Long> ids() {
    return Arbitraries.longs().between(1, 999_999_999_999_999L);
  }

  private static String words(SubjectReference reference) {
    return switch (reference) {
      case ToApplication(var id) -> "application " + id;
      case ToCandidate(var id) -> "candidate " + id;
    };
  }
}

package recruitflow.domain.desk.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0722123456",
        "+40722123456",
        "0040722123456",
        "40722123456",
        "p:+40 722 123 456",
        "(0722) 12-34-56",
        "+40.722.123.456",
        "\u202A+40722123456\u202C",
        "'+40722123456"
      })
  void all_spellings_of_a_number_are_the_same(String spelling) {
    assertThat(PhoneNumber.parse(spelling, "RO")).contains(new PhoneNumber("+40722123456"));
  }

  @ParameterizedTest
  @CsvSource({
    "+420777123456, RO, +420777123456",
    "00420777123456, RO, +420777123456",
    "777123456, CZ, +420777123456",
    "0170 1234567, DE, +491701234567",
    "+49 (0)170 1234567, RO, +491701234567",
    "07400 123456, GB, +447400123456"
  })
  void numbers_of_other_countries_are_read(String raw, String region, String e164) {
    assertThat(PhoneNumber.parse(raw, region)).contains(new PhoneNumber(e164));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "p:", "+", "0722", "12", "abc", "0722123456 0733123456", "+999123456"})
  void what_cannot_be_dialled_is_no_number(String raw) {
    assertThat(PhoneNumber.parse(raw, "RO")).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "p:+40722123456, +40722123456",
    "p:0722-123, 0722123",
    "tel 12, 12",
    "+, ''",
    "'', ''"
  })
  void cleaning_keeps_digits_and_a_leading_plus(String raw, String cleaned) {
    assertThat(PhoneNumber.clean(raw)).isEqualTo(cleaned);
  }

  @Test
  void a_phone_number_cannot_hold_anything_else() {
    assertThrows(IllegalArgumentException.class, () -> new PhoneNumber("0722123456"));
  }

  @Property
  void any_text_is_read_or_refused_without_a_throw(@ForAll String text) {
    PhoneNumber.parse(text, "RO")
        .ifPresent(number -> assertThat(number.e164()).matches("\\+[1-9][0-9]{5,14}"));
    assertThat(PhoneNumber.clean(text)).matches("\\+?[0-9]*");
  }
}

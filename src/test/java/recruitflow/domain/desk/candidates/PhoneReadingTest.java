package recruitflow.domain.desk.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneReadingTest {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final List<String> DESKS = List.of("RO", "CZ", "DE", "GB", "IT", "FR", "US", "RU");

  @ParameterizedTest
  @CsvSource({
    "0157 12345678, RO, too_long",
    "0151 23456780, RO, too_long",
    "020 7946 0958, RO, too_long",
    "07221234567 8, RO, too_long",
    "0722 123 45, RO, unassigned",
    "0000000001, RO, unassigned",
    "15712345678, RO, too_long",
    "420601234567, RO, country_unclear",
    "+40906123456, RO, premium",
    "0900 123 456, RO, premium",
    "+40 801 123 456, RO, shared_cost",
    "+40 800 123 456, RO, service",
    "07012345678, GB, service",
    "+881612345678, RO, satellite",
    "+870301234567, RO, satellite",
    "0722, RO, too_short",
    "112, RO, too_short",
    "+999123456, RO, unassigned",
    "4.0722E+10, RO, rounded",
    "'4,07221235E+10', CZ, rounded",
    "0722123456 0733123456, RO, several",
    "0722 123 456 / 0733 123 456, RO, several",
    "0722123456 sau 0733123456, RO, several",
    "1-800-FLOWERS, US, not_digits",
    "0722 12B 456, RO, not_digits",
    "O722 123 456, RO, not_digits",
    "0722*123456, RO, not_digits",
    "none, RO, not_digits"
  })
  void what_is_doubtful_is_kept_as_typed_and_has_its_reason(
      String typed, String region, String doubt) {
    var reading = PhoneReading.of(typed, region);
    assertThat(reading.number()).isNull();
    assertThat(reading.shown()).isEqualTo(typed.replaceFirst("\\.0$", ""));
    assertThat(reading.doubt()).isEqualTo(PhoneDoubt.of(doubt));
  }

  @ParameterizedTest
  @CsvSource({
    "0722 123 456 int. 12, +40722123456, 12",
    "0722 123 456 ext 7, +40722123456, 7",
    "0722123456x4021, +40722123456, 4021",
    "021 310 1234 interior 5, +40213101234, 5",
    "+420 224 101 234 kl. 33, +420224101234, 33",
    "+49 30 901820 Durchwahl: 12, +4930901820, 12",
    "'0722 123 456 (int 3)', +40722123456, 3",
    "'tel:+40722123456;ext=9', +40722123456, 9"
  })
  void an_extension_is_kept_and_never_dialled(String typed, String e164, String extension) {
    var reading = PhoneReading.of(typed, "RO");
    assertThat(reading.e164()).isEqualTo(e164);
    assertThat(reading.extension()).isEqualTo(extension);
    assertThat(reading.shown()).contains(extension);
  }

  @ParameterizedTest
  @CsvSource({
    "40722123456.0, RO, +40722123456",
    "420601234567.0, CZ, +420601234567",
    "'491713920012,00', DE, +491713920012",
    "4915112345678.0, DE, +4915112345678",
    "3471234567, IT, +393471234567",
    "4.0722123456E+10, RO, +40722123456",
    "'4,0722123456e10', RO, +40722123456",
    "7.22123456E+8, RO, +40722123456",
    "'=\"+40722123456\"', RO, +40722123456",
    "`+40722123456, RO, +40722123456",
    "+0040722123456, RO, +40722123456",
    "00420601234567, RO, +420601234567",
    "0040722123456, US, +40722123456",
    "011 40 722 123 456, US, +40722123456",
    "8 10 40 722 123 456, RU, +40722123456",
    "40722123456, RO, +40722123456",
    "722123456, RO, +40722123456",
    "+40 (0)722 123 456, RO, +40722123456",
    "+44 (0)20 7946 0958, GB, +442079460958",
    "(+40) 722 123 456, RO, +40722123456",
    "+36 06 20 123 4567, RO, +36201234567",
    "06 12345678, IT, +390612345678",
    "Mobil: 0722/123.456, RO, +40722123456",
    "'WhatsApp 0722-123-456', RO, +40722123456",
    "'0722 123 456 (acasă)', RO, +40722123456",
    "٠٧٢٢١٢٣٤٥٦, RO, +40722123456"
  })
  void what_spreadsheets_and_people_add_changes_no_digit(String typed, String region, String e164) {
    assertThat(PhoneReading.of(typed, region).e164()).isEqualTo(e164);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "p:", "\u200B", "''"})
  void nothing_typed_is_no_doubt(String typed) {
    assertThat(PhoneReading.of(typed, "RO")).isEqualTo(new PhoneReading("", null, "", null, null));
  }

  @Test
  void what_may_have_been_meant_is_offered() {
    assertThat(PhoneReading.of("420 601 234 567", "RO").suggestion()).isEqualTo("+420601234567");
    assertThat(PhoneReading.of("0157 12345678", "RO").suggestion()).isNull();
  }

  @Test
  void a_number_as_dialled_at_home_is_never_a_third_countrys() throws NumberParseException {
    for (var home : LIBRARY.getSupportedRegions()) {
      var example = LIBRARY.getExampleNumberForType(home, PhoneNumberType.MOBILE);
      if (example == null) continue;
      var dialled = LIBRARY.format(example, PhoneNumberFormat.NATIONAL);
      var bare = String.valueOf(example.getNationalNumber());
      for (var region : DESKS) {
        ofRegion(dialled, region);
        ofRegion(bare, region);
        ofRegion(dialled + "1", region);
        ofRegion("0" + bare, region);
      }
    }
  }

  private static void ofRegion(String typed, String region) throws NumberParseException {
    var reading = PhoneReading.of(typed, region);
    if (reading.number() != null) {
      assertThat(LIBRARY.parse(reading.e164(), region).getCountryCode())
          .as(typed + " in " + region + " is " + reading.e164())
          .isEqualTo(LIBRARY.getCountryCodeForRegion(region));
    }
  }

  @Property(tries = 3000)
  void digits_without_country_are_the_regions_own_or_none(
      @ForAll @NumericChars @StringLength(min = 5, max = 15) String digits) throws Exception {
    if (!digits.matches("(00|011|810).*")) {
      for (var region : DESKS) {
        ofRegion(digits, region);
      }
    }
  }

  @Property(tries = 3000)
  void any_text_is_read_without_a_throw_and_loses_no_digit(
      @ForAll @NumericChars @CharRange(from = ' ', to = '/') @StringLength(max = 40) String text) {
    var reading = PhoneReading.of(text, "RO");
    if (reading.number() == null && reading.doubt() != null) {
      assertThat(PhoneNumber.clean(reading.shown()).replace("+", ""))
          .isEqualTo(PhoneNumber.clean(text).replace("+", ""));
    }
  }
}

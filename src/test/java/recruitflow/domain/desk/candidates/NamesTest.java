package recruitflow.domain.desk.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "Ștefan Ioniță, Ștefan, Ioniță",
    "Ion, Ion, ''",
    "Ana Maria de la Cruz Popa, Ana, Maria de la Cruz Popa",
    "'  Jan  Novák ', Jan, Novák",
    "'', '', ''"
  })
  void the_first_word_is_the_first_name_and_the_rest_the_last(
      String full, String first, String last) {
    var name = FullName.of(full);
    assertThat(name).isEqualTo(new FullName(full, first, last));
  }

  @Test
  void a_name_is_joined_from_its_parts() {
    assertThat(FullName.of("Ana ", "Popa").full()).isEqualTo("Ana Popa");
    assertThat(FullName.of("Ana", "").full()).isEqualTo("Ana");
  }

  /** A line break in a name would be a second line wherever the name is told in one. */
  @Test
  void a_name_is_one_line_of_what_can_be_seen() {
    for (var typed :
        new String[] {"Ana\nPopa", "Ana\u2028Popa", "Ana\r\n\tPopa", " Ana \u3000Popa"})
      assertThat(FullName.of(typed).visible()).isEqualTo(new FullName("Ana Popa", "Ana", "Popa"));
    assertThat(FullName.of("A\nna\uDB40\uDC41", "Po\u202Epa").visible())
        .isEqualTo(new FullName("A na Popa", "A na", "Popa"));
  }

  @ParameterizedTest
  @CsvSource({
    "Ștefan Țurcanu, stefan turcanu",
    "Ştefan Ţurcanu, stefan turcanu",
    "Dvořák Žižka, dvorak zizka",
    "STRAßE, strasse",
    "Łukasz Ødegård, lukasz odegard"
  })
  void search_knows_neither_case_nor_diacritics(String text, String folded) {
    assertThat(SearchText.fold(text)).isEqualTo(folded);
  }

  @Test
  void blank_parts_leave_no_gap() {
    assertThat(SearchText.of("Ana", null, " ", "a@b.ro")).isEqualTo("ana a@b.ro");
  }

  @Property
  void folding_twice_changes_nothing(@ForAll String text) {
    assertThat(SearchText.fold(SearchText.fold(text))).isEqualTo(SearchText.fold(text));
  }

  @ParameterizedTest
  @CsvSource({
    "ana@example.com, true",
    "ana+x@sub.example.co, true",
    "ana, false",
    "ana@example, false",
    "'a b@example.com', false",
    "ana@example.com;b@example.com, false"
  })
  void an_address_is_plausible_or_not(String address, boolean plausible) {
    assertThat(EmailAddress.isPlausible(address)).isEqualTo(plausible);
  }

  @Test
  void an_address_with_a_line_break_is_none() {
    assertThat(EmailAddress.isPlausible("a@example.com\r\nBcc: x@example.com")).isFalse();
    assertThat(EmailAddress.clean(" Ana@Example.COM ")).isEqualTo("ana@example.com");
  }

  @Test
  void answers_lose_their_underscores() {
    assertThat(FormAnswer.humanise("da,__peste_3  ani_")).isEqualTo("da, peste 3 ani");
  }
}

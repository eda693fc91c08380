package recruitflow.domain.admin.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana",
        "Ștefan Țuțuianu",
        "Zoë O’Brien-Núñez 2",
        "می\u200Cخواهم",
        "クリス",
        "ก้อง",
        "Jean\u00A0Paul",
        "Nguyễn",
        "e\u0301\u0323"
      })
  void names_of_people_are_kept(String name) {
    assertThat(DisplayName.isVisible(DisplayName.clean(name))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana\u202Egnp.exe",
        "\u2066Ana\u2069",
        "Ana\u200B",
        "\u200DAna",
        "An\uFEFFa",
        "Ana\u00ADMaria",
        "Ana\nadmin",
        "Ana\u0000",
        "Ana\u2028admin",
        "\u3164\u3164",
        "\u2800",
        "Ana\uFE0F",
        "Ana\uDB40\uDC61",
        "Ana\uD800",
        "Z\u0300\u0301\u0302\u0303a",
        "---",
        "\u061CAna",
        "Ana\uE000"
      })
  void what_cannot_be_seen_is_refused(String name) {
    assertThat(DisplayName.isVisible(DisplayName.clean(name))).isFalse();
  }
}

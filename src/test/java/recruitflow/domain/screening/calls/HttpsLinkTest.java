package recruitflow.domain.screening.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsLinkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.elevenlabs.io/v1/recordings/1",
        "HTTPS://files.example.com:8443/a?token=b#c"
      })
  void https_is_shown_as_it_came(String link) {
    assertThat(HttpsLink.of(link)).isEqualTo(link);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "http://files.example.com/a",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://a/b",
        "//evil.example/a",
        "/relative",
        "https:evil.example",
        "https:///a",
        "https://user:word@evil.example/",
        "https://a.example@evil.example/",
        "https://a b/",
        "https://a/\u0000"
      })
  void no_other_scheme_and_nothing_that_is_no_address(String link) {
    assertThat(HttpsLink.of(link)).isNull();
  }
}

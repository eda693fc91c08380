package recruitflow.domain.screening.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTextTest {

  @Test
  void html_becomes_what_a_reader_sees() {
    var html =
        """
        <html><head><title>x</title><style>p{color:red}</style></head><body>
        <p>Dobr&yacute; den &amp; <b>ahoj</b>,<br>
        pos&#237;l&#xE1;m CV.</p><script>alert(1)</script><!-- hidden -->
        <div>3 &lt; 4</div></body></html>\
        """;
    assertThat(MailText.ofHtml(html).lines().map(String::strip))
        .containsExactly("Dobr&yacute; den & ahoj,", "posílám CV.", "3 < 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ana Pop <Ana.Pop@Example.com>            | ana.pop@example.com",
        "ana@example.com                          | ana@example.com",
        "\"ana@example.com\" <mallory@example.org>  | mallory@example.org",
        "\"a, b\" <a+cv@x.ro>                       | a+cv@x.ro",
        "no address                               | ''",
        "<>                                       | ''"
      })
  void the_sender_is_the_bare_address(String from, String address) {
    assertThat(MailText.address(from)).isEqualTo(address);
  }

  @Property
  void no_html_breaks_it(@ForAll String text) {
    assertThat(MailText.ofHtml(text)).doesNotContain("\0");
    assertThat(MailText.ofHtml("<p>" + text + "<!-- <style " + text)).isNotNull();
  }

  @Property
  void no_header_breaks_it(@ForAll String from) {
    assertThat(MailText.address(from)).doesNotContain("<", ">", " ");
  }

  @Test
  void a_monstrous_text_is_cut_quickly() {
    for (var part :
        List.of("<", "&#", "<style>", "<script ", "<!--", "<br ", "</p", "\n ", "<a ")) {
      var monster = part.repeat(500_000);
      var text = assertTimeout(Duration.ofSeconds(5), () -> MailText.ofHtml(monster));
      assertThat(text.length()).isLessThanOrEqualTo(100_000);
    }
  }
}

package recruitflow.domain.screening.leads.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitflow.domain.desk.candidates.SearchText;

class EncodingGuessTest {
  private static byte[] file(String names, String charset) {
    var text = "id;full_name;phone_number\r\n";
    for (var name : names.split(", ?")) text += "l:1;" + name + ";p:+40722000001\r\n";
    return text.getBytes(Charset.forName(charset));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows-1252 | Hélène Rivière, André Guérin",
        "windows-1252 | Inês Conceição, Sebastião Falcão",
        "windows-1252 | Jörg Schäfer, Käthe Groß",
        "windows-1252 | Begoña Núñez, Íñigo Peña",
        "windows-1252 | Björn Åkesson, Märta Öberg",
        "windows-1250 | Ľudmila Kráľová, Ján Veľký",
        "windows-1250 | Ľuboš Ďurica, Mária Kováčová",
        "windows-1250 | Żaneta Wiśniewska, Łukasz Wójcik",
        "windows-1250 | Tomáš Dvořák, Žofie Růžičková",
        "windows-1250 | Győző Szűcs, Ernő Kőszegi",
        "windows-1250 | Şerban Ioniţă, Mădălina Crăciun",
        "ISO-8859-2 | Tomáš Dvořák, Žofie Růžičková",
        "ISO-8859-2 | Łukasz Dąbrowski, Śliwa Wiśniewska",
        "ISO-8859-16 | Ștefan Ioniță, Țurcanu Mădălina",
        "windows-1251 | Сергей Петров, Наталья Кузнецова",
        "windows-1254 | Şükrü Yıldız, Ayşegül Doğan",
        "x-MacRoman | François Lefèvre, Jürgen Müller",
        "x-MacCentralEurope | Tomáš Dvořák, Žofie Růžičková",
        "IBM852 | Tomáš Dvořák, Žofie Růžičková"
      })
  void a_file_of_few_names_is_read_right_or_the_right_reading_is_offered(
      String charset, String names) {
    var bytes = file(names, charset);
    var guess = EncodingGuess.of(bytes);
    var read = SearchText.fold(guess.encoding().decode(bytes));
    var right = read.contains(SearchText.fold(names.split(",")[0]));
    var offered = guess.readings().stream().anyMatch(r -> r.encoding().text().equals(charset));
    assertThat(right || offered).as(guess.toString()).isTrue();
  }

  @Test
  void of_two_readings_that_both_make_names_both_are_shown() {
    var guess = EncodingGuess.of(file("Peter Kráľ", "windows-1250"));
    assertThat(guess.encoding()).isEqualTo(FileEncoding.WINDOWS_1250);
    assertThat(guess.readings()).hasSizeGreaterThan(1);
    assertThat(guess.readings().getFirst().samples()).containsExactly("Kráľ");
    assertThat(guess.readings().get(1).samples()).containsExactly("Kráž");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8",
    "UTF-16LE",
    "UTF-16BE",
    "UTF-32LE",
    "UTF-32BE",
  })
  void unicode_is_known_with_a_mark_with_two_and_without(String charset) {
    var name = "Ștefan Žižka 😀";
    for (var marks : new String[] {"", "\uFEFF", "\uFEFF\uFEFF"}) {
      var bytes = (marks + "id\tfull_name\r\nl:1\t" + name).getBytes(Charset.forName(charset));
      var guess = EncodingGuess.of(bytes);
      assertThat(guess.encoding().text()).as(marks.length() + " marks").isEqualTo(charset);
      assertThat(guess.readings()).isEmpty();
      assertThat(guess.encoding().decode(bytes)).startsWith("id\t").endsWith(name);
    }
  }

  @Test
  void one_bad_byte_leaves_utf_8_what_it_is() {
    var out = new ByteArrayOutputStream();
    out.writeBytes("id,full_name\n1,Žofie Dvořáková\n2,10 ".getBytes(StandardCharsets.UTF_8));
    out.write(0x96);
    var guess = EncodingGuess.of(out.toByteArray());
    assertThat(guess.encoding()).isEqualTo(FileEncoding.UTF_8);
    assertThat(guess.encoding().decode(out.toByteArray())).contains("Žofie Dvořáková");
  }

  @Test
  void a_mark_written_as_letters_is_no_part_of_the_first_header() {
    var bytes = "\uFEFFï»¿id,full_name".getBytes(StandardCharsets.UTF_8);
    assertThat(EncodingGuess.of(bytes).encoding().decode(bytes)).isEqualTo("id,full_name");
  }

  @Test
  void a_plain_file_is_in_no_doubt() {
    var guess = EncodingGuess.of("id,full_name\n1,Ana Pop".getBytes(StandardCharsets.US_ASCII));
    assertThat(guess.encoding()).isEqualTo(FileEncoding.UTF_8);
    assertThat(guess.readings()).isEmpty();
  }

  @Property(tries = 1000)
  void any_bytes_have_an_encoding(@ForAll @Size(max = 200) byte[] bytes) {
    var guess = EncodingGuess.of(bytes);
    assertThat(guess.readings().size()).isNotEqualTo(1).isLessThanOrEqualTo(3);
    assertThat(IntStream.range(0, bytes.length).count()).isEqualTo(bytes.length);
    guess.encoding().decode(bytes);
  }
}

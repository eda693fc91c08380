package recruitflow.domain.screening.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.domain.screening.inbound.ElevenLabsSignature.Verdict;

class ElevenLabsSignatureTest {
  static final String SECRET =
      "wsec_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  static final byte[] BODY =
      ("{\"type\":\"post_call_transcription\",\"event_timestamp\":1763700000,\"data\":{\"agent_id\":"
           + "\"agent_test\",\"conversation_id\":\"conv_test\",\"status\":\"done\",\"note\":\"café"
           + " — 你好\"}}")
          .getBytes(UTF_8);
  static final String HEX = "bc16581b8a9e17d85686711cb83132e6c44ba140798f9a1f59426fef0040ea30";
  static final String HEADER = "t=1763700000,v0=" + HEX;
  static final Instant SIGNED_AT = Instant.ofEpochSecond(1763700000);

  final ElevenLabsSignature signature = new ElevenLabsSignature(List.of(SECRET));

  Verdict check(String header, byte[] body, Instant now) {
    return signature.check(List.of(header), body, now);
  }

  @ParameterizedTest
  @CsvSource({
    "5, GENUINE",
    "1800, GENUINE",
    "1801, TOO_OLD",
    "-300, GENUINE",
    "-301, TOO_FAR_AHEAD",
    "-86400, TOO_FAR_AHEAD"
  })
  void a_capture_is_good_for_thirty_minutes_and_five_ahead(long age, Verdict expected) {
    assertThat(check(HEADER, BODY, SIGNED_AT.plusSeconds(age))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v0=" + HEX + ",t=1763700000",
        "t=1763700000,v1=abc,v0=" + HEX,
      })
  void the_order_of_parts_and_other_schemes_do_not_matter(String header) {
    assertThat(check(header, BODY, SIGNED_AT)).isEqualTo(Verdict.GENUINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t=1763700000",
        "v0=" + HEX,
        "t=1763700000, v0=" + HEX,
        " " + HEADER,
        HEADER + ",",
        HEADER + " ",
        HEADER + "\n",
        "t=1763700000,v1=" + HEX,
        "t=1763700000,v0=BC16581B8A9E17D85686711CB83132E6C44BA140798F9A1F59426FEF0040EA30",
        "t=1763700000,v0=bc16581b",
        "t=1763700000,v0=" + HEX + "00",
        "t=1763700000,v0=" + HEX + ",v0=" + HEX,
        "t=1763700000,t=1763700000,v0=" + HEX,
        "t=abc,v0=" + HEX,
        "t=-1763700000,v0=" + HEX,
        "t=,v0=" + HEX,
        "t=99999999999999999999999999,v0=" + HEX,
        "t=1763700000;v0=" + HEX,
        "T=1763700000,V0=" + HEX,
        "sha256=" + HEX,
      })
  void what_does_not_keep_to_the_grammar_is_refused(String header) {
    assertThat(check(header, BODY, SIGNED_AT)).isEqualTo(Verdict.MALFORMED);
  }

  @Test
  void a_missing_an_empty_and_a_double_header_are_refused() {
    assertThat(signature.check(List.of(), BODY, SIGNED_AT)).isEqualTo(Verdict.MISSING);
    assertThat(signature.check(List.of(""), BODY, SIGNED_AT)).isEqualTo(Verdict.MISSING);
    assertThat(signature.check(List.of(HEADER, HEADER), BODY, SIGNED_AT))
        .isEqualTo(Verdict.MALFORMED);
  }

  @Test
  void another_time_than_the_signed_one_is_forged() {
    assertThat(check("t=1763700060,v0=" + HEX, BODY, SIGNED_AT)).isEqualTo(Verdict.FORGED);
    assertThat(check("t=01763700000,v0=" + HEX, BODY, SIGNED_AT)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void the_raw_bytes_count_not_what_they_mean() {
    var spaced = (new String(BODY, UTF_8) + " ").getBytes(UTF_8);
    var reserialised = new String(BODY, UTF_8).replace("é", "\\u00e9").getBytes(UTF_8);
    assertThat(check(HEADER, spaced, SIGNED_AT)).isEqualTo(Verdict.FORGED);
    assertThat(check(HEADER, reserialised, SIGNED_AT)).isEqualTo(Verdict.FORGED);
    assertThat(check(HEADER, new byte[0], SIGNED_AT)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void both_secrets_are_good_while_one_replaces_the_other() {
    var rotating = new ElevenLabsSignature(List.of("wsec_new", SECRET));
    var byNew = ElevenLabsSignature.sign("wsec_new", BODY, SIGNED_AT);
    assertThat(rotating.check(List.of(HEADER), BODY, SIGNED_AT)).isEqualTo(Verdict.GENUINE);
    assertThat(rotating.check(List.of(byNew), BODY, SIGNED_AT)).isEqualTo(Verdict.GENUINE);
    assertThat(check(byNew, BODY, SIGNED_AT)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void a_blank_secret_cannot_be_configured() {
    assertThatThrownBy(() -> new ElevenLabsSignature(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ElevenLabsSignature(List.of(SECRET, " ")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 20_000)
  void one_flipped_bit_in_the_body_is_forged(@ForAll @IntRange(min = 0, max = 1_000_000) int at) {
    var altered = BODY.clone();
    altered[at / 8 % altered.length] ^= (byte) (1 << at % 8);
    assertThat(check(HEADER, altered, SIGNED_AT)).isEqualTo(Verdict.FORGED);
  }

  @Property(tries = 50_000)
  void one_changed_character_in_the_header_is_refused(
      @ForAll @IntRange(min = 0, max = 79) int at, @ForAll char other) {
    var altered = new StringBuilder(HEADER);
    if (altered.charAt(at) == other) return;
    altered.setCharAt(at, other);
    assertThat(check(altered.toString(), BODY, SIGNED_AT)).isNotEqualTo(Verdict.GENUINE);
  }

  @Property
  void any_header_and_any_body_get_an_answer(@ForAll String header, @ForAll byte[] body) {
    assertThat(check(header, body, SIGNED_AT)).isNotEqualTo(Verdict.GENUINE);
  }

  @Property
  void what_is_signed_is_genuine(@ForAll byte[] body) {
    var header = ElevenLabsSignature.sign(SECRET, body, SIGNED_AT);
    assertThat(check(header, body, SIGNED_AT.plusSeconds(60))).isEqualTo(Verdict.GENUINE);
  }
}

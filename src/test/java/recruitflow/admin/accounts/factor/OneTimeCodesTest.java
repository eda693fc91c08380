package recruitflow.admin.accounts.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B, the last six of eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void the_vectors_of_the_standard(long second, String code) {
    assertThat(OneTimeCodes.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(second), 0))
        .hasValue(second / 30);
  }

  @Test
  void a_code_is_good_one_step_early_or_late_and_only_once() {
    var step = 1111111109L / 30;
    var code = "081804";
    for (var late : new long[] {-1, 0, 1})
      assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond((step + late) * 30), 0))
          .hasValue(step);
    for (var late : new long[] {-2, 2})
      assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond((step + late) * 30), 0))
          .isEmpty();
    assertThat(OneTimeCodes.step(SECRET, code, Instant.ofEpochSecond(step * 30), step)).isEmpty();
  }

  @Test
  void the_secret_is_told_as_authenticators_read_it() {
    assertThat(OneTimeCodes.uri(SECRET, "ana maria@example.com"))
        .isEqualTo(
            "otpauth://totp/RecruitFlow%3Aana%20maria%40example.com"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=RecruitFlow&algorithm=SHA1&digits=6&period=30");
  }
}

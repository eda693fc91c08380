package recruitflow.admin.accounts.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.admin.accounts.passwords.PasswordRule.Refusal;

class PasswordRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "PASSWORD1234",
        "P@ssw0rd1234",
        "passwordpassword",
        "123456789012",
        "qwertyuiop12",
        "1q2w3e4r5t6y",
        "Administrator1",
        "adminadminadmin",
        "Test1234Test1234",
        "letmeinletmein",
        "iloveyou1234",
        "correct horse battery staple",
        "aaaaaaaaaaaa",
        "parola123456",
        "jennifer1985",
        "recruitflow1"
      })
  void what_anybody_would_try_first_is_refused(String password) {
    assertThat(PasswordRule.refusal(password)).contains(Refusal.KNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quiet harbour 71 lanterns",
        "xK9$mmQz72pL",
        "Kůň-žere-oves-vesele",
        "dhejwu3729dkwo29dkw92"
      })
  void what_nobody_guesses_is_taken(String password) {
    assertThat(PasswordRule.refusal(password)).isEmpty();
  }

  @Test
  void eleven_characters_are_too_few_however_random() {
    assertThat(PasswordRule.refusal("xK9$mmQz72p")).contains(Refusal.TOO_SHORT);
  }

  @Test
  void what_the_account_itself_tells_is_no_secret() {
    assertThat(PasswordRule.refusal("zborovskaja1")).isEmpty();
    assertThat(PasswordRule.refusal("zborovskaja1", "z.zborovskaja@example.com", "Zora"))
        .contains(Refusal.KNOWN);
  }

  @Test
  void two_hundred_characters_are_judged_quickly() {
    assertThat(PasswordRule.refusal("ab1".repeat(66))).contains(Refusal.KNOWN);
    assertThat(PasswordRule.refusal("x7#Qw!".repeat(3) + "kd92js".repeat(30))).isEmpty();
  }
}

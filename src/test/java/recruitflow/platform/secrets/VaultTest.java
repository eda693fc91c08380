package recruitflow.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import recruitflow.platform.settings.Secret;

class VaultTest {

  private static final Secret KEY = new Secret("k".repeat(32));
  private static final Secret OTHER = new Secret("o".repeat(32));
  private static final byte[] CONTENT = "přístup".getBytes(StandardCharsets.UTF_8);

  private final Vault vault = new Vault(KEY);

  @Test
  void what_was_sealed_opens_and_does_not_show() {
    var sealed = vault.seal(CONTENT, "mailbox 7");
    assertThat(sealed).doesNotContain("stup").isNotEqualTo(vault.seal(CONTENT, "mailbox 7"));
    assertThat(vault.open(sealed, "mailbox 7")).isEqualTo(CONTENT);
  }

  @Test
  void it_opens_for_its_owner_only() {
    var sealed = vault.seal(CONTENT, "mailbox 7");
    assertThatThrownBy(() -> vault.open(sealed, "mailbox 8")).isInstanceOf(Vault.NotOpened.class);
  }

  @Test
  void after_a_change_of_key_the_one_before_still_opens() {
    var sealed = vault.seal(CONTENT, "mailbox 7");
    assertThat(new Vault(OTHER, KEY).open(sealed, "mailbox 7")).isEqualTo(CONTENT);
    assertThatThrownBy(() -> new Vault(OTHER).open(sealed, "mailbox 7"))
        .isInstanceOf(Vault.NotOpened.class);
  }

  @Test
  void what_was_cut_or_changed_does_not_open() {
    var sealed = vault.seal(CONTENT, "mailbox 7");
    for (var wrong :
        new String[] {
          "",
          "v1.",
          "v1.AAAA",
          "v2" + sealed.substring(2),
          sealed.substring(0, 20),
          sealed + "AAAA",
          sealed.replace('.', '!'),
          "v1.%%%"
        })
      assertThatThrownBy(() -> vault.open(wrong, "mailbox 7"))
          .as(wrong)
          .isInstanceOf(Vault.NotOpened.class);
  }
}

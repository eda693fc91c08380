package recruitflow.domain.screening.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.messages.MessageTemplate.Occasion;

class MessageTemplateTest {

  private static final Occasion ANA = new Occasion("Ana", "Șofer livrări", 12);

  @Test
  void placeholders_are_filled_in_subject_and_body() {
    var text =
        new MessageTemplate(
                "CV [RF-{application_pk}]",
                "Hello {first_name}, about {position_title}: {first_name}!")
            .fill(ANA);
    assertThat(text)
        .isEqualTo(new MessageText("CV [RF-12]", "Hello Ana, about Șofer livrări: Ana!"));
  }

  @Test
  void unknown_placeholders_and_lone_braces_stay() {
    assertThat(new MessageTemplate("", "{name} {} {first_name {FIRST_NAME} $1 \\").fill(ANA).body())
        .isEqualTo("{name} {} {first_name {FIRST_NAME} $1 \\");
  }

  @Test
  void what_a_name_contains_is_not_filled_again() {
    var text =
        new MessageTemplate("", "Hello {first_name}")
            .fill(new Occasion("{position_title}$0", "X", 1));
    assertThat(text.body()).isEqualTo("Hello {position_title}$0");
  }

  @Test
  void a_name_cannot_add_a_header() {
    var text =
        new MessageTemplate("For {first_name}", "x")
            .fill(new Occasion("Ana\r\nBcc: all@example.com", "X", 1));
    assertThat(text.subject()).isEqualTo("For Ana Bcc: all@example.com");
  }

  @Test
  void a_greeting_without_a_name_has_no_gap() {
    for (var language : List.of("en", "ro")) {
      var text =
          DefaultTemplates.of(MessageType.CV_REQUEST, Channel.EMAIL, language)
              .orElseThrow()
              .fill(new Occasion(" ", "Courier", 1));
      assertThat(text.body()).matches("(?s)(Hello|Bună ziua),\n.*");
    }
  }

  @Property(tries = 500)
  void any_template_can_be_filled_with_anything(
      @ForAll String subject, @ForAll String body, @ForAll String name, @ForAll String title) {
    var text = new MessageTemplate(subject, body).fill(new Occasion(name, title, 7));
    assertThat(text.subject()).doesNotContain("\n", "\r");
  }

  @Test
  void there_are_ten_default_texts_in_each_language() {
    assertThat(DefaultTemplates.all()).hasSize(20);
    assertThat(DefaultTemplates.all())
        .extracting(DefaultTemplates.Default::language)
        .contains("en", "ro");
  }

  @Test
  void every_default_mail_names_the_application_in_square_brackets() {
    assertThat(DefaultTemplates.all())
        .filteredOn(text -> text.channel() == Channel.EMAIL)
        .allSatisfy(
            text -> assertThat(text.template().subject()).contains("[RF-{application_pk}]"));
  }

  @Test
  void no_default_text_is_left_with_a_placeholder_or_a_double_blank() {
    assertThat(DefaultTemplates.all())
        .extracting(text -> text.template().fill(ANA))
        .allSatisfy(text -> assertThat(text.subject() + text.body()).doesNotContain("{", "  "));
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void a_language_without_texts_falls_back_to_english(Channel channel) {
    Arrays.stream(MessageType.values())
        .forEach(
            type ->
                assertThat(DefaultTemplates.of(type, channel, "cs"))
                    .isEqualTo(DefaultTemplates.of(type, channel, "en")));
    assertThat(DefaultTemplates.of(MessageType.OTHER, channel, "en")).isEmpty();
  }
}

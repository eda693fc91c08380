package recruitflow.screening.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SendByHandTest extends Messaging {

  @Test
  void a_recruiter_s_own_words_go_out_and_change_no_status() {
    var application = desk.application(desk.candidate("Ana"), desk.position("en"), "needs_human");
    var answer =
        write(application, "email", "other", "Line\r\nBcc: x@example.com", "Bună! 🙂 <b>x</b>");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.bodyAsJsonObject().getString("status")).isEqualTo("pending");
    untilGone(application, "email");
    assertThat(message(application, "email").subject()).isEqualTo("Line Bcc: x@example.com");
    assertThat(desk.status(application)).isEqualTo("needs_human");
  }

  @Test
  void a_rejection_without_words_takes_the_template_s() {
    var application = desk.application(desk.candidate("Ana"), desk.position("ro"), "needs_human");
    assertThat(write(application, "email", "rejection", null, null).statusCode()).isEqualTo(200);
    untilGone(application, "email");
    assertThat(message(application, "email").subject()).startsWith("Candidatura dumneavoastră");
  }

  @Test
  void what_cannot_be_sent_is_refused_with_the_reason() {
    var position = desk.position("en");
    var application =
        desk.application(desk.candidate("Ana", "123", "a@example.com"), position, "needs_human");
    assertThat(write(application, "email", "other", "Hi", " ").statusCode()).isEqualTo(422);
    assertThat(write(application, "email", "cv_request", "Hi", "x").statusCode()).isEqualTo(422);
    assertThat(write(application, "pigeon", "other", "Hi", "x").statusCode()).isEqualTo(422);
    assertThat(write(application, "whatsapp", "other", null, "x").bodyAsString())
        .contains("no usable phone number");
    assertThat(write(987_654, "email", "other", "Hi", "x").statusCode()).isEqualTo(404);
    assertThat(messages(application)).isEmpty();
  }
}

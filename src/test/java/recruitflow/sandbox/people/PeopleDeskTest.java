package recruitflow.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import recruitflow.sandbox.Agenda;
import recruitflow.sandbox.people.PeopleDesk.Act;

class PeopleDeskTest {
  private static final String PHONE = "+40700000901";
  private static final String MAIL = "ion@example.org";
  private static final String ASK = "Please send us your CV. [RF-7]";

  private final Vertx vertx = Vertx.vertx();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
  private final People people = People.fromResources();
  private final PeopleDesk desk = new PeopleDesk(people, new Agenda(vertx, now::get));
  private final BlockingQueue<Act> mails = new LinkedBlockingQueue<>();
  private final BlockingQueue<Act> chats = new LinkedBlockingQueue<>();

  PeopleDeskTest() {
    desk.onMail(mails::add);
    desk.onWhatsapp(chats::add);
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private void person(String persona) {
    people.know(PHONE, "Ion Pop", MAIL, persona);
  }

  private void mailed(String subject) {
    desk.mailReceived(MAIL, subject, "We liked the talk. " + ASK, "thread-1", "<m1@rf>");
  }

  private void pass(Duration time) {
    now.updateAndGet(then -> then.plus(time));
  }

  private static Act next(BlockingQueue<Act> acts) throws InterruptedException {
    var act = acts.poll(3, TimeUnit.SECONDS);
    assertThat(act).isNotNull();
    return act;
  }

  private static void none(BlockingQueue<Act> acts) throws InterruptedException {
    assertThat(acts.poll(150, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void a_cv_comes_in_the_thread_of_the_request_when_its_time_has_passed() throws Exception {
    person("qualified_ro");
    mailed("[RF-7] Your application");
    none(mails);
    pass(Duration.ofHours(2));
    var act = next(mails);
    assertThat(act.from()).isEqualTo(MAIL);
    assertThat(act.subject()).isEqualTo("Re: [RF-7] Your application");
    assertThat(act.threadId()).isEqualTo("thread-1");
    assertThat(act.messageId()).isEqualTo("<m1@rf>");
    assertThat(act.cv().fileName()).isEqualTo("CV Ion Pop.pdf");
    assertThat(act.text()).contains("Ion Pop");
  }

  @Test
  void asking_by_two_channels_brings_one_cv() throws Exception {
    person("cv_by_whatsapp_ro");
    mailed("Your CV");
    desk.whatsappReceived(PHONE, ASK);
    pass(Duration.ofHours(1));
    assertThat(next(chats).cv()).isNotNull();
    none(chats);
    none(mails);
  }

  @Test
  void one_asked_only_by_whatsapp_still_sends_the_cv_by_mail() throws Exception {
    person("not_qualified_ro");
    desk.whatsappReceived(PHONE, ASK);
    pass(Duration.ofDays(1));
    var act = next(mails);
    assertThat(act.threadId()).isNull();
    assertThat(act.from()).isEqualTo(MAIL);
  }

  @Test
  void a_cv_from_another_address_names_the_reference_in_its_subject() throws Exception {
    person("cv_from_other_address_en");
    mailed("[RF-7] Your CV");
    pass(Duration.ofDays(1));
    var act = next(mails);
    assertThat(act.from()).isEqualTo("person.40700000901@work.example");
    assertThat(act.subject()).isEqualTo("CV for RF-7");
    assertThat(act.threadId()).isNull();
  }

  @Test
  void some_wait_for_the_second_request_and_some_ask_first() throws Exception {
    person("replies_with_question_cs");
    mailed("[RF-7] Your CV");
    pass(Duration.ofDays(2));
    assertThat(next(mails).cv()).isNull();
    none(mails);
    mailed("Re: [RF-7] Your CV");
    pass(Duration.ofDays(2));
    var act = next(mails);
    assertThat(act.cv().format()).isEqualTo("docx");
    assertThat(act.subject()).isEqualTo("Re: [RF-7] Your CV");
  }

  @Test
  void some_never_send_anything_and_nobody_answers_what_is_no_request() throws Exception {
    person("never_sends_cv_de");
    mailed("[RF-7] Your CV");
    person("qualified_ro");
    desk.whatsappReceived(PHONE, "Thank you for your time.");
    pass(Duration.ofDays(9));
    none(mails);
    none(chats);
  }

  @Test
  void who_is_called_about_a_second_application_sends_the_cv_again() throws Exception {
    person("cv_by_whatsapp_ro");
    desk.whatsappReceived(PHONE, "Your CV please, RF-7");
    desk.whatsappReceived(PHONE, "Your CV please, RF-8");
    pass(Duration.ofDays(1));
    assertThat(next(chats).reference()).isEqualTo("7");
    assertThat(next(chats).reference()).isEqualTo("8");
  }
}

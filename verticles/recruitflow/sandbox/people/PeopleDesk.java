package recruitflow.sandbox.people;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import recruitflow.sandbox.Agenda;

/**
 * Where the channels meet: the WhatsApp and mail stand-ins tell it what a person received, and it
 * tells them, in due business time, what that person does about it.
 */
public final class PeopleDesk {
  private static final Pattern ASKS_FOR_CV =
      Pattern.compile(
          "\\bcv\\b|curriculum|résumé|resume|životopis|lebenslauf",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /**
   * What a person sends.
   *
   * @param from the e-mail address it is sent from; null for WhatsApp
   * @param subject null for WhatsApp
   * @param text body or caption
   * @param cv the file to attach, null for none
   * @param threadId the mail thread it answers, null for a new one or for WhatsApp
   * @param messageId Message-ID header of the mail it answers, or null
   * @param reference the number in the application's reference, null if nobody told it
   */
  public record Act(
      Person person,
      String from,
      String subject,
      String text,
      Persona.CvBehaviour cv,
      String threadId,
      String messageId,
      String reference) {}

  private record Request(String subject, String threadId, String messageId) {}

  /** What one person was asked for one application: the latest request of each channel. */
  private static final class Asked {
    private final Map<String, Request> latest = new HashMap<>();
    private final Map<String, Integer> count = new HashMap<>();
    private boolean replied;
    private boolean sent;
  }

  private final People people;
  private final Agenda agenda;
  private final Map<String, Asked> asked = new HashMap<>();
  private Consumer<Act> whatsapp = _ -> {};
  private Consumer<Act> mail = _ -> {};

  public PeopleDesk(People people, Agenda agenda) {
    this.people = people;
    this.agenda = agenda;
  }

  /** What to do when a person sends something by WhatsApp; registered by that stand-in. */
  public void onWhatsapp(Consumer<Act> sends) {
    whatsapp = sends;
  }

  /** What to do when a person sends a mail; registered by the Gmail stand-in. */
  public void onMail(Consumer<Act> sends) {
    mail = sends;
  }

  /** A WhatsApp message of the product reached a person. */
  public void whatsappReceived(String phone, String text) {
    var person = people.atPhone(phone);
    People.referenceIn(text).ifPresent(number -> people.link(number, person.phone()));
    received("whatsapp", person, text, new Request(null, null, null));
  }

  /**
   * A mail of the product reached somebody; whose address nobody knows does not answer.
   *
   * @param threadId the Gmail thread of the sent mail
   * @param messageId its Message-ID header
   */
  public void mailReceived(
      String address, String subject, String body, String threadId, String messageId) {
    var text = subject + "\n" + body;
    var request = new Request(subject, threadId, messageId);
    people.atEmail(address, text).ifPresent(person -> received("email", person, text, request));
  }

  private void received(String channel, Person person, String text, Request request) {
    if (!ASKS_FOR_CV.matcher(text).find()) return;
    var reference = People.referenceIn(text).or(() -> people.lastReference(person)).orElse(null);
    var so = asked.computeIfAbsent(person.phone() + "/" + reference, _ -> new Asked());
    so.latest.put(channel, request);
    so.count.merge(channel, 1, Integer::sum);
    var number = Collections.max(so.count.values());
    var reply = person.persona().reply();
    if (reply != null && !so.replied && number >= reply.onRequest()) {
      so.replied = true;
      agenda.after(hours(reply.afterHours()), () -> write(person, reply, so, reference));
    }
    var cv = person.persona().cv();
    if (cv != null && !so.sent && number >= cv.onRequest()) {
      so.sent = true;
      agenda.after(hours(cv.afterHours()), () -> sendCv(person, cv, so, reference));
    }
  }

  private void write(Person person, Persona.ReplyBehaviour reply, Asked so, String reference) {
    var text = fill(reply.body(), person, reference);
    if (reply.channel().equals("whatsapp")) {
      whatsapp.accept(new Act(person, null, null, text, null, null, null, reference));
    } else {
      mail(person, null, null, text, null, so, reference);
    }
  }

  private void sendCv(Person person, Persona.CvBehaviour script, Asked so, String reference) {
    var cv = script.withFileName(fill(script.fileName(), person, reference));
    var text = fill(cv.body(), person, reference);
    if (cv.channel().equals("whatsapp")) {
      whatsapp.accept(new Act(person, null, null, text, cv, null, null, reference));
    } else {
      mail(person, cv.from(), cv.subject(), text, cv, so, reference);
    }
  }

  /** From the own address in the thread of the request, unless the script says otherwise. */
  private void mail(
      Person person,
      String otherFrom,
      String ownSubject,
      String text,
      Persona.CvBehaviour cv,
      Asked so,
      String reference) {
    var from = otherFrom == null ? person.email() : fill(otherFrom, person, reference);
    if (from == null) return;
    var request = so.latest.get("email");
    if (request != null && otherFrom == null && ownSubject == null) {
      var subject = request.subject().startsWith("Re:") ? "" : "Re: ";
      mail.accept(
          new Act(
              person,
              from,
              subject + request.subject(),
              text,
              cv,
              request.threadId(),
              request.messageId(),
              reference));
    } else {
      var subject = ownSubject == null ? "CV" : fill(ownSubject, person, reference);
      mail.accept(new Act(person, from, subject, text, cv, null, null, reference));
    }
  }

  private static String fill(String template, Person person, String reference) {
    return template
        .replace("{name}", person.name() == null ? "" : person.name())
        .replace("{reference}", reference == null ? "" : "RF-" + reference)
        .replace("{digits}", person.phone().substring(1));
  }

  private static Duration hours(double hours) {
    return Duration.ofSeconds(Math.round(hours * 3600));
  }
}

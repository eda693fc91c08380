package recruitflow.sandbox.google.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Predicate;

/** The single terms of a Gmail search. */
final class GmailTerms {
  /** Dates without a time are read in this zone, whatever the zone of the account. */
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("[yyyy/M/d][yyyy-M-d]");

  private final GmailLabels labels;
  private final Instant now;

  GmailTerms(GmailLabels labels, Instant now) {
    this.labels = labels;
    this.now = now;
  }

  /** The test that one term stands for. */
  Predicate<GmailMail> test(String token) {
    var colon = token.indexOf(':');
    if (colon <= 0 || colon == token.length() - 1) return contains(unquoted(token));
    var value = unquoted(token.substring(colon + 1));
    return switch (token.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "label" -> labelled(value);
      case "in" -> in(value.toLowerCase(Locale.ROOT));
      case "is" -> is(value.toLowerCase(Locale.ROOT));
      case "from" -> header("From", value);
      case "to" -> header("To", value).or(header("Cc", value));
      case "cc" -> header("Cc", value);
      case "subject" -> header("Subject", value);
      case "rfc822msgid" -> withMessageId(value);
      case "filename" -> withFile(value.toLowerCase(Locale.ROOT));
      case "has" -> value.equalsIgnoreCase("attachment") ? GmailMail::hasAttachment : none();
      case "after", "newer" -> since(value);
      case "before", "older" -> since(value).negate();
      case "newer_than" -> within(value);
      case "older_than" -> within(value).negate();
      default -> contains(token);
    };
  }

  private static String unquoted(String text) {
    return text.replace("\"", "").strip();
  }

  private static Predicate<GmailMail> none() {
    return _ -> false;
  }

  private Predicate<GmailMail> labelled(String name) {
    var label = labels.searched(name);
    return label.isEmpty() ? none() : mail -> mail.labels.contains(label.get().id());
  }

  private Predicate<GmailMail> in(String place) {
    return switch (place) {
      case "anywhere" -> _ -> true;
      case "drafts" -> labelled("draft");
      case "chats" -> labelled("chat");
      default -> labelled(place);
    };
  }

  private static Predicate<GmailMail> is(String state) {
    return switch (state) {
      case "unread" -> mail -> mail.labels.contains("UNREAD");
      case "read" -> mail -> !mail.labels.contains("UNREAD");
      case "starred" -> mail -> mail.labels.contains("STARRED");
      case "important" -> mail -> mail.labels.contains("IMPORTANT");
      default -> none();
    };
  }

  private static Predicate<GmailMail> header(String name, String part) {
    var wanted = part.toLowerCase(Locale.ROOT);
    return mail -> mail.header(name).toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static Predicate<GmailMail> contains(String words) {
    var wanted = words.toLowerCase(Locale.ROOT);
    return mail -> mail.text().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static Predicate<GmailMail> withMessageId(String id) {
    var wanted = id.startsWith("<") ? id : "<" + id + ">";
    return mail -> GmailMail.messageId(mail.payload).equals(wanted);
  }

  private static Predicate<GmailMail> withFile(String name) {
    return mail ->
        mail.payload
            .all()
            .anyMatch(part -> part.filename().toLowerCase(Locale.ROOT).contains(name));
  }

  private static Predicate<GmailMail> since(String when) {
    try {
      var from =
          when.matches("\\d{6,12}")
              ? Instant.ofEpochSecond(Long.parseLong(when))
              : LocalDate.parse(when, DAY).atStartOfDay(PACIFIC).toInstant();
      return mail -> !mail.received.isBefore(from);
    } catch (DateTimeParseException _) {
      return none();
    }
  }

  private Predicate<GmailMail> within(String span) {
    if (!span.matches("\\d{1,4}[hdmy]")) return none();
    var amount = Long.parseLong(span.substring(0, span.length() - 1));
    var hours =
        switch (span.charAt(span.length() - 1)) {
          case 'h' -> 1;
          case 'd' -> 24;
          case 'm' -> 24 * 30;
          default -> 24 * 365;
        };
    var from = now.minus(Duration.ofHours(amount * hours));
    return mail -> !mail.received.isBefore(from);
  }
}

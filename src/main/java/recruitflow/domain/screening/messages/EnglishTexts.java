package recruitflow.domain.screening.messages;

import recruitflow.domain.screening.inbound.Channel;

/** The default texts in English. */
final class EnglishTexts {

  private EnglishTexts() {}

  static MessageTemplate of(MessageType type, Channel channel) {
    return channel == Channel.EMAIL ? email(type) : whatsApp(type);
  }

  private static MessageTemplate email(MessageType type) {
    return switch (type) {
      case CV_REQUEST ->
          new MessageTemplate(
              "Your CV for {position_title} [RF-{application_pk}]",
              """
              Hello {first_name},

              thank you for the conversation about the position {position_title}. We would like to \
              go on with you.

              Please send us your CV by answering this e-mail, as PDF or Word document. If you \
              write from another address, leave the reference RF-{application_pk} in the subject.

              Kind regards
              The recruiting team\
              """);
      case CV_REQUEST_REJECTED ->
          new MessageTemplate(
              "Future positions [RF-{application_pk}]",
              """
              Hello {first_name},

              thank you for the conversation about the position {position_title}. This one is not \
              the right match, but we would like to keep you in mind for others.

              If you agree, please send us your CV by answering this e-mail.

              Kind regards
              The recruiting team\
              """);
      case CV_FOLLOWUP_1 ->
          new MessageTemplate(
              "Your CV for {position_title} [RF-{application_pk}]",
              """
              Hello {first_name},

              we have not received your CV for the position {position_title} yet. Could you send \
              it by answering this e-mail?

              Kind regards
              The recruiting team\
              """);
      case CV_FOLLOWUP_2 ->
          new MessageTemplate(
              "Your CV for {position_title} [RF-{application_pk}]",
              """
              Hello {first_name},

              this is our last reminder about your CV for the position {position_title}. If you \
              are still interested, please send it by answering this e-mail.

              Kind regards
              The recruiting team\
              """);
      case REJECTION ->
          new MessageTemplate(
              "Your application for {position_title} [RF-{application_pk}]",
              """
              Hello {first_name},

              thank you for your interest in the position {position_title}. We have decided to go \
              on with other candidates and wish you every success.

              Kind regards
              The recruiting team\
              """);
      case OTHER -> null;
    };
  }

  private static MessageTemplate whatsApp(MessageType type) {
    return switch (type) {
      case CV_REQUEST ->
          text(
              "Hello {first_name}, thank you for the conversation about the position"
                  + " {position_title}. Please send us your CV here, as PDF or Word document. Your"
                  + " reference is RF-{application_pk}.");
      case CV_REQUEST_REJECTED ->
          text(
              "Hello {first_name}, thank you for the conversation. The position {position_title}"
                  + " is not the right match, but we would like to keep you in mind for others. If"
                  + " you agree, please send us your CV here. Reference RF-{application_pk}.");
      case CV_FOLLOWUP_1 ->
          text(
              "Hello {first_name}, we have not received your CV for {position_title} yet. Could"
                  + " you send it here? Reference RF-{application_pk}.");
      case CV_FOLLOWUP_2 ->
          text(
              "Hello {first_name}, a last reminder: if you are still interested in"
                  + " {position_title}, please send us your CV here. Reference"
                  + " RF-{application_pk}.");
      case REJECTION ->
          text(
              "Hello {first_name}, thank you for your interest in {position_title}. We have decided"
                  + " to go on with other candidates and wish you every success.");
      case OTHER -> null;
    };
  }

  private static MessageTemplate text(String body) {
    return new MessageTemplate("", body);
  }
}

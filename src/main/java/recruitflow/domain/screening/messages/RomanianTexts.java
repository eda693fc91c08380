package recruitflow.domain.screening.messages;

import recruitflow.domain.screening.inbound.Channel;

/** The default texts in Romanian. */
final class RomanianTexts {

  private RomanianTexts() {}

  static MessageTemplate of(MessageType type, Channel channel) {
    return channel == Channel.EMAIL ? email(type) : whatsApp(type);
  }

  private static MessageTemplate email(MessageType type) {
    return switch (type) {
      case CV_REQUEST ->
          new MessageTemplate(
              "CV-ul dumneavoastră pentru {position_title} [RF-{application_pk}]",
              """
              Bună ziua {first_name},

              vă mulțumim pentru discuția despre postul {position_title}. Am dori să continuăm \
              procesul cu dumneavoastră.

              Vă rugăm să ne trimiteți CV-ul ca răspuns la acest e-mail, în format PDF sau Word. \
              Dacă scrieți de la altă adresă, păstrați referința RF-{application_pk} în subiect.

              Cu stimă,
              Echipa de recrutare\
              """);
      case CV_REQUEST_REJECTED ->
          new MessageTemplate(
              "Posturi viitoare [RF-{application_pk}]",
              """
              Bună ziua {first_name},

              vă mulțumim pentru discuția despre postul {position_title}. De data aceasta nu s-a \
              potrivit, dar am dori să vă avem în vedere pentru alte posturi.

              Dacă sunteți de acord, vă rugăm să ne trimiteți CV-ul ca răspuns la acest e-mail.

              Cu stimă,
              Echipa de recrutare\
              """);
      case CV_FOLLOWUP_1 ->
          new MessageTemplate(
              "CV-ul dumneavoastră pentru {position_title} [RF-{application_pk}]",
              """
              Bună ziua {first_name},

              încă nu am primit CV-ul dumneavoastră pentru postul {position_title}. Ni-l puteți \
              trimite ca răspuns la acest e-mail?

              Cu stimă,
              Echipa de recrutare\
              """);
      case CV_FOLLOWUP_2 ->
          new MessageTemplate(
              "CV-ul dumneavoastră pentru {position_title} [RF-{application_pk}]",
              """
              Bună ziua {first_name},

              acesta este ultimul nostru mesaj despre CV-ul pentru postul {position_title}. Dacă \
              sunteți în continuare interesat(ă), vă rugăm să ni-l trimiteți ca răspuns la acest \
              e-mail.

              Cu stimă,
              Echipa de recrutare\
              """);
      case REJECTION ->
          new MessageTemplate(
              "Candidatura dumneavoastră pentru {position_title} [RF-{application_pk}]",
              """
              Bună ziua {first_name},

              vă mulțumim pentru interesul acordat postului {position_title}. Am decis să \
              continuăm cu alți candidați și vă dorim mult succes.

              Cu stimă,
              Echipa de recrutare\
              """);
      case OTHER -> null;
    };
  }

  private static MessageTemplate whatsApp(MessageType type) {
    return switch (type) {
      case CV_REQUEST ->
          text(
              "Bună ziua {first_name}, vă mulțumim pentru discuția despre postul"
                  + " {position_title}. Vă rugăm să ne trimiteți aici CV-ul, în format PDF sau"
                  + " Word. Referința dumneavoastră este RF-{application_pk}.");
      case CV_REQUEST_REJECTED ->
          text(
              "Bună ziua {first_name}, vă mulțumim pentru discuție. Postul {position_title} nu"
                  + " s-a potrivit, dar am dori să vă avem în vedere pentru altele. Dacă sunteți de"
                  + " acord, trimiteți-ne aici CV-ul. Referință RF-{application_pk}.");
      case CV_FOLLOWUP_1 ->
          text(
              "Bună ziua {first_name}, încă nu am primit CV-ul dumneavoastră pentru"
                  + " {position_title}. Ni-l puteți trimite aici? Referință RF-{application_pk}.");
      case CV_FOLLOWUP_2 ->
          text(
              "Bună ziua {first_name}, un ultim mesaj: dacă vă interesează în continuare postul"
                  + " {position_title}, vă rugăm să ne trimiteți aici CV-ul. Referință"
                  + " RF-{application_pk}.");
      case REJECTION ->
          text(
              "Bună ziua {first_name}, vă mulțumim pentru interesul acordat postului"
                  + " {position_title}. Am decis să continuăm cu alți candidați și vă dorim mult"
                  + " succes.");
      case OTHER -> null;
    };
  }

  private static MessageTemplate text(String body) {
    return new MessageTemplate("", body);
  }
}

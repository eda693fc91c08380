package recruitflow.domain.screening.leads.demo;

import java.util.List;

/** Common first names and surnames of the four languages the demo people speak. */
enum DemoNames {
  RO(
      "ro",
      List.of(
          "Andrei",
          "Ștefan",
          "Mihai",
          "Alexandru",
          "Răzvan",
          "Ionuț",
          "Cătălin",
          "Vlad",
          "Sorin",
          "Dragoș"),
      List.of(
          "Ioana",
          "Mădălina",
          "Elena",
          "Andreea",
          "Raluca",
          "Ana-Maria",
          "Cristina",
          "Simona",
          "Gabriela",
          "Bianca"),
      List.of(
          "Popescu",
          "Ionescu",
          "Țurcanu",
          "Șerban",
          "Dumitrescu",
          "Munteanu",
          "Stănescu",
          "Georgescu",
          "Bălan",
          "Constantin",
          "Moldovan"),
      null),
  CS(
      "cs",
      List.of("Jiří", "Petr", "Tomáš", "Ondřej", "Lukáš", "Martin", "Václav", "Jakub"),
      List.of("Kateřina", "Zuzana", "Lenka", "Tereza", "Markéta", "Jana", "Eliška", "Věra"),
      List.of(
          "Novák", "Dvořák", "Procházka", "Kučera", "Horák", "Beneš", "Růžička", "Doležal", "Král"),
      List.of(
          "Nováková",
          "Dvořáková",
          "Procházková",
          "Kučerová",
          "Horáková",
          "Benešová",
          "Růžičková",
          "Doležalová",
          "Králová")),
  DE(
      "de",
      List.of("Jürgen", "Stefan", "Björn", "Thomas", "Michael", "Lukas", "Jörg", "Felix"),
      List.of("Sabine", "Käthe", "Anna", "Julia", "Katrin", "Monika", "Lena", "Ute"),
      List.of("Müller", "Schäfer", "Groß", "Weber", "Köhler", "Fischer", "Krüger", "Vogel", "Lang"),
      null),
  EN(
      "en",
      List.of("James", "Oliver", "Daniel", "Thomas", "Liam", "Samuel", "Aaron", "Owen"),
      List.of("Emily", "Grace", "Hannah", "Sophie", "Niamh", "Alice", "Ruth", "Zoë"),
      List.of(
          "Walker", "O'Brien", "Turner", "Hughes", "Bennett", "Foster", "Clarke", "Ward", "Mills"),
      null);

  final String language;
  private final List<String> men;
  private final List<String> women;
  private final List<String> surnames;
  private final List<String> womensSurnames;

  DemoNames(
      String language,
      List<String> men,
      List<String> women,
      List<String> surnames,
      List<String> womensSurnames) {
    this.language = language;
    this.men = men;
    this.women = women;
    this.surnames = surnames;
    this.womensSurnames = womensSurnames == null ? surnames : womensSurnames;
  }

  /** The name of the n-th person of this language; the counts above keep 80 of them apart. */
  String fullName(int n) {
    var woman = n % 2 == 0;
    var firstNames = woman ? women : men;
    var lastNames = woman ? womensSurnames : surnames;
    var turn = n / 2;
    return firstNames.get(turn % firstNames.size()) + " " + lastNames.get(turn % lastNames.size());
  }
}

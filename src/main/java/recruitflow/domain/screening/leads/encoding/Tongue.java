package recruitflow.domain.screening.leads.encoding;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Languages that lead files are written in, each with common names and words that show its letters
 * and what stands beside them. What is in none of them was probably read in a wrong encoding.
 */
enum Tongue {
  CZECH(
      """
      Jiří Tomáš Lukáš Ondřej Václav Zdeněk Matěj Štěpán František Jaroslav Miloš Luboš Aleš Žofie
      Markéta Lucie Kateřina Anežka Tereza Růžena Božena Zdeňka Šárka Alžběta Adéla Žaneta Novák
      Nováková Dvořák Dvořáková Černý Černá Procházka Procházková Kučera Kučerová Veselý Horák Němec
      Němcová Pokorný Pospíšil Hájek Jelínek Král Králová Růžička Beneš Benešová Fiala Sedláček Doležal
      Zeman Kolář Kříž Žák Šimek Dušek Ruže Žižka Řezníček Vaněk Říha Čech Bartoš Chalupová město řidič
      zkušenosti Plzeň Žižkov kolik děláš máš ťuk ďas ještě můžete víkend dálnice Ústí Příbram
      """),
  SLOVAK(
      """
      Ľubica Ľuboš Ľudmila Ľudovít Peter Michal Tomáš Juraj Ján Jozef Štefan František Miroslav Matúš Marek
      Mária Žofia Alžbeta Katarína Kristína Zuzana Božena Kráľ Kráľová Veľký Veľká Kováč Kováčová Horváth
      Varga Tóth Nagy Balážová Molnár Lukáčová Novák Nováková Pavlík Šimko Hudák Ďurica Ďurčo Ťažký Kôstka
      Kôň Vôňa Ondruš Bača Hruška Chovanec Mäsiar Päta Vŕba Stĺpec skúsenosť koľko Košice Žilina Nitra
      Trenčín Poľsko Čadca dĺžka Bánovce Dubnička Škoda Ľahký Mihálik Gašparová Žák deväť päť
      """),
  POLISH(
      """
      Łukasz Michał Paweł Rafał Wojciech Stanisław Jarosław Władysław Mirosław Bartłomiej Grażyna Małgorzata
      Elżbieta Agnieszka Bożena Zofia Wiśniewski Wiśniewska Wójcik Kamiński Zieliński Szymański Woźniak
      Dąbrowski Dąbrowska Kozłowski Jabłoński Wróbel Kwiatkowski Piątek Gołąb Pająk Sędziak Węgrzyn Zając Król
      Głowacki Błaszczyk Ścibor Świątek Łódź Kraków Gdańsk Wrocław Poznań doświadczenie źródło Żółć młyn
      część więcej ćwiczenie Żukowski Łęcki Żak Górski
      """),
  HUNGARIAN(
      """
      Péter László István Zoltán Gábor Tamás András Ákos Balázs Ádám Dániel Győző Jenő Ernő Dezső Gergő
      Éva Ágnes Mária Zsófia Eszter Réka Csenge Tünde Erzsébet Ildikó Nagy Kovács Tóth Szabó Horváth Varga
      Kiss Molnár Németh Balogh Farkas Lakatos Juhász Mészáros Simon Takács Fekete Fehér Szűcs Vörös Győri
      Bíró Gulyás Fülöp Kőszegi Erdős Szőke Hegedűs Török Sipos Budapest tapasztalat Győr Pécs Szőllősi
      Őry Ősz Űrhajós Bíborka Kölcsey
      """),
  ROMANIAN(
      """
      Ștefan Ştefan Ioniță Ioniţă Mădălina Răzvan Cătălin Ionuț Ionuţ Mihăiță Costică Nicoleta Andreea Lăcrămioara
      Smărăndița Ștefania Anișoara Țurcanu Ţurcanu Şerban Șerban Crăciun Mânzu Bălan Drăgan Dragoș Rareș Rareş
      Ciocârlan Pârvu Lăzărescu Mărginean Țepeș Bădescu Bănică Căpușan Dobriță Gheorghiță Mureșan Mureşan
      Păun Stănescu Stănciulescu Văduva Văcărescu Iași Iaşi București Brașov Timișoara Bacău vânzări experiență
      experienţă câți câţi știi permis mașină România așa între însă Înțelept Târgu Câmpina Dumbrăveanu Gâdea
      Chirilă Lupaşcu Popîrlan Vîlcu Mușat Neagoș Niță Niţă Năstase Olăraşu Fărcaş
      """),
  SOUTH_SLAVIC(
      """
      Željko Željka Živko Šime Špela Čedomir Ćiril Đorđe Anđela Siniša Miloš Dražen Tomaž Matjaž Aleš Urška Nataša
      Kovačević Marković Petrović Jovanović Nikolić Babić Horvat Knežević Božić Jurić Vuković Đurić Đokić
      Šimić Čavić Žagar Hočevar Zupančič Krajnc Potočnik Kovačič Turšič Šarić Žunić Grgić iskustvo koliko
      Niš Čačak Šibenik Brežice Đakovo među doživeti
      """),
  GERMAN(
      """
      Jürgen Günter Günther Jörg Björn Müller Schäfer Schröder Böhm König Köhler Krämer Schütz Vögel Krüger Jäger
      Größe Groß Weiß Strauß Preuß Bäcker Röhrig Hänsel Lüdtke Götz Özil Küster Kühn Söhne München Köln
      Österreich Übung Führerschein über möchte für Jahre größer Straße Fußball Ärztin Käthe Sören
      Lübeck Nürnberg Büro Verkäufer Räume schön heißt
      """),
  FRENCH(
      """
      René Renée André Andrée Élodie Éric Émile Zoé Chloé Anaïs Loïc Noël Joël Hélène Irène Thérèse Michèle Gaël
      François Françoise Maïté Raphaël Benoît Jérôme Côme Aurélie Céline Sébastien Stéphane Frédéric Gérard
      Lefèvre Lefebvre Dupré Béranger Côté Bélanger Légère Père Mère Hervé Pélissier Barthélémy Château
      Besançon Orléans Nîmes expérience années été déjà où très même garçon leçon hôtel île août élève
      Lemaître Gonçalves Hervé Guérin Rivière Brière Cœur sœur Prévost Ménard Évrard Lévêque Crépin Dévaux
      """),
  SPANISH(
      """
      José María Jesús Ángel Andrés Martín Tomás Iván Raúl Joaquín Ramón Fermín Inés Mónica Sofía Lucía Verónica
      Begoña Íñigo Núñez Muñoz Peña Ibáñez Yáñez Castaño García Hernández González Rodríguez Fernández López
      Pérez Sánchez Gómez Martínez Álvarez Jiménez Díaz Vázquez Domínguez Gutiérrez Güell Argüelles experiencia
      años cuántos España sí qué mañana Málaga Córdoba Cádiz Óscar
      """),
  PORTUGUESE(
      """
      João José António Antônio Simão Sebastião Estêvão Conceição Assunção Luís Inês Mónica Sónia Lúcia Patrícia Márcia Vânia
      Simões Guimarães Magalhães Brandão Leitão Falcão Galvão Gonçalves Mendonça Gouveia Araújo Antunes
      Conceição Nuñes Camões Brandão Beltrão Cândido Gusmão Sampaio Tomé Noé André experiência São não mãe
      informação opções condução três você Évora Setúbal Lourenço França Estevão Ângela Júlia Letícia Côrte
      """),
  ITALIAN(
      """
      Nicolò Niccolò Noè Mosè Libertà Felicità Sarà Cantù Forlì Viganò Dalò Calabrò Salò Lodà Bertè Frisò Renzullì
      città perché già più così età qualità esperienza università Là Barillà Patanè Paternò Tomè Jesolò
      """),
  NORDIC(
      """
      Åsa Åke Göran Björn Sören Jörgen Märta Anders Håkan Mårten Östen Søren Jørgen Bjørn Øystein Håvard Åge Bjørg Kåre
      Sjöberg Sjögren Lindström Bergström Åberg Öberg Nyström Söderberg Ekström Björk Bäck Lönn Virtanen
      Mäkinen Nieminen Hämäläinen Järvinen Mäkelä Heikkilä Pöllänen Häkkinen Sørensen Jørgensen Kjær Møller
      Nørgaard Ærø Sæther Østby Ødegård Rønning Årnes år många århundrade Malmö Göteborg Tromsø Pärnu Jõgi Kõiv
      Ülle Jüri Põld Tõnu Tšernov Žanna
      """),
  ICELANDIC(
      """
      Þór Þóra Þorsteinn Guðrún Sigurður Björk Jón Jónsdóttir Sigurðsson Guðmundsdóttir Davíð Ásdís Ólafur Óðinn Ýmir Dýrfinna
      Magnús Bjarnadóttir Hörður Ægir Sæunn Kristín Friðrik
      """),
  TURKISH(
      """
      Şükrü Şeyma Ayşe Ayşegül Gülşen Işıl Işık İbrahim İsmail İpek Çağla Çağlar Tuğba Tuğçe Doğan Yıldız Yılmaz Şahin Çelik
      Öztürk Aydın Kılıç Arslan Koç Kurt Özdemir Doğru Kaplan Çetin Güneş Erdoğan Aslı Barış Soğukoğlu
      Müjde Ünal Güler Özgür Gökçe İstanbul Eskişehir Türkçe kaç yıl değil için
      """),
  BALTIC(
      """
      Jānis Jēkabs Mārtiņš Kārlis Andris Ģirts Ķirsons Ļaudis Līga Inga Elīna Bērziņš Kalniņš Ozoliņš Liepiņa Krūmiņš Zariņš
      Šķēle Ņikita Žagars Čaks Rīga Dāvids Pāvels Zeltiņš Jūrmala Ieviņa
      Žydrūnas Šarūnas Ąžuolas Gėlė Rūta Jurgita Kazlauskienė Petrauskaitė Jonaitytė Bučinskienė Žukauskas Šimkus
      Butkevičius Paulauskienė Vaičiūnas Mickevičiūtė Ėglė Įvė Ųsas Šiauliai patirtis Klaipėda
      """),
  RUSSIAN(
      """
      Иван Петров Иванов Сергей Дмитрий Алексей Андрей Александр Николай Владимир Наталья Татьяна Елена Ольга Екатерина
      Светлана Юлия Анна Смирнова Кузнецов Попов Соколов Лебедев Козлов Новиков Морозов Волков Щербаков Жуков
      Фёдор Цветков Чайкин Шевченко Эдуард Ярослав опыт работы сколько лет Москва Объявление Хромов
      """),
  UKRAINIAN(
      """
      Андрій Олексій Сергій Юрій Євген Їжакевич Ігор Оксана Юлія Наталія Шевченко Бондаренко Коваленко Ткаченко Кравчук
      Мельник Василь Григорій Ґалаґан Київ Львів досвід скільки років Христина Щербина Ющенко В'ячеслав
      """),
  BULGARIAN(
      """
      Георги Димитър Иван Николай Стоян Христо Петър Красимир Мария Елена Йорданка Цветана Росица Иванова Димитрова
      Стоянов Петров Тодоров Ангелов Къчев Търнев България опит години Пловдив Щерев Жеков
      Ђорђе Љиљана Њего Јован Ћирић Џон Јелена Миљановић Стојановић Николић
      """),
  GREEK(
      """
      Γιώργος Γεώργιος Δημήτρης Νίκος Κώστας Ιωάννης Παναγιώτης Βασίλης Μαρία Ελένη Αικατερίνη Σοφία Ευαγγελία Παπαδόπουλος
      Παπαδοπούλου Νικολαΐδης Οικονόμου Γεωργίου Αθήνα Θεσσαλονίκη εμπειρία χρόνια πόσα Χρήστος Ψαρρός Φώτης Ξένια
      """);

  private final Set<Integer> letters;
  private final Set<String> neighbours;

  Tongue(String words) {
    var lines = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
    letters =
        Arrays.stream(lines)
            .flatMapToInt(String::chars)
            .filter(c -> c >= 0x80)
            .boxed()
            .collect(Collectors.toUnmodifiableSet());
    neighbours = new HashSet<>();
    for (var word : lines) {
      var bounded = " " + word + " ";
      for (int i = 0; i + 1 < bounded.length(); i++) {
        neighbours.add(bounded.substring(i, i + 2));
      }
    }
  }

  /** How much at home a word in lower case is here, from -1 to 1. */
  double athome(String word) {
    var bounded = " " + word + " ";
    double sum = 0;
    int foreign = 0;
    for (int i = 1; i + 1 < bounded.length(); i++) {
      int c = bounded.charAt(i);
      if (c < 0x80 || !Character.isLetter(c)) {
        continue;
      }
      foreign++;
      sum += letters.contains(c) ? 0.4 + known(bounded, i - 1) + known(bounded, i) : -0.8;
    }
    return foreign == 0 ? 0 : sum / foreign;
  }

  private double known(String bounded, int at) {
    return neighbours.contains(bounded.substring(at, at + 2)) ? 0.3 : 0;
  }
}

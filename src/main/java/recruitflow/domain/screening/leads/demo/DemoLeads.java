package recruitflow.domain.screening.leads.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The demo lead file: 200 invented people who answered an advertisement, in the form of a Meta Lead
 * Ads download. The same call gives the same people for ever, so that the sandbox knows whom it is
 * asked to phone.
 */
public final class DemoLeads {
  /** How many people the file holds. */
  public static final int COUNT = 200;

  /** The name under which the file is offered for download. */
  public static final String FILE_NAME = "demo-leads.csv";

  private static final List<DemoNames> ROTA =
      List.of(
          DemoNames.RO,
          DemoNames.CS,
          DemoNames.RO,
          DemoNames.DE,
          DemoNames.RO,
          DemoNames.EN,
          DemoNames.CS,
          DemoNames.RO,
          DemoNames.DE,
          DemoNames.EN);

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "created_time",
          "ad_id",
          "ad_name",
          "adset_id",
          "adset_name",
          "campaign_id",
          "campaign_name",
          "form_id",
          "form_name",
          "is_organic",
          "platform",
          "how_many_years_have_you_worked_in_sales?",
          "do_you_have_a_driving_licence_(category_b)?",
          "when_could_you_start?",
          "email",
          "full_name",
          "phone_number");

  private static final OffsetDateTime FIRST_LEAD =
      OffsetDateTime.of(2026, 11, 16, 8, 3, 11, 0, ZoneOffset.ofHours(2));

  private DemoLeads() {}

  /**
   * One person of the file.
   *
   * @param number 1 to {@link #COUNT}, the row in the file
   * @param language ro, cs, de or en
   * @param phone E.164, valid by numbering plan; German and English ones from ranges kept for films
   * @param createdTime when the form was sent, ISO 8601 with offset
   * @param answers to the three questions of the form, in the form's own spelling
   */
  public record DemoLead(
      int number,
      String language,
      String fullName,
      String email,
      String phone,
      String createdTime,
      List<String> answers) {}

  /** All people, in the order of the file. */
  public static List<DemoLead> people() {
    var people = new ArrayList<DemoLead>(COUNT);
    var perLanguage = new int[DemoNames.values().length];
    for (var number = 1; number <= COUNT; number++) {
      var names = ROTA.get((number - 1) % ROTA.size());
      people.add(person(number, names, perLanguage[names.ordinal()]++));
    }
    return List.copyOf(people);
  }

  /** The download: UTF-16LE with byte order mark, columns divided by tabs, lines ended by CRLF. */
  public static byte[] file() {
    var lines = Stream.concat(Stream.of(COLUMNS), people().stream().map(DemoLeads::row));
    var text = lines.map(cells -> String.join("\t", cells) + "\r\n").collect(Collectors.joining());
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE});
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_16LE));
    return bytes.toByteArray();
  }

  private static DemoLead person(int number, DemoNames names, int n) {
    var fullName = names.fullName(n);
    return new DemoLead(
        number,
        names.language,
        fullName,
        ascii(fullName) + "." + number + "@example.com",
        phone(names, n + 1),
        FIRST_LEAD.plusMinutes(17L * (number - 1)).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
        answers(names, number));
  }

  private static String phone(DemoNames names, int n) {
    return switch (names) {
      case RO -> "+407000000%02d".formatted(n);
      case CS -> "+4206010000%02d".formatted(n);
      case DE -> "+4917139200%02d".formatted(n);
      case EN -> "+4420794600%02d".formatted(n);
    };
  }

  private static List<String> answers(DemoNames names, int number) {
    var pick = number % 3;
    return switch (names) {
      case RO ->
          List.of(
              List.of("sub_1_an", "1-3_ani", "peste_3_ani").get(pick),
              number % 7 == 0 ? "nu" : "da",
              List.of("imediat", "în_două_săptămâni", "într-o_lună").get((number / 3) % 3));
      case CS ->
          List.of(
              List.of("méně_než_rok", "1-3_roky", "více_než_3_roky").get(pick),
              number % 7 == 0 ? "ne" : "ano",
              List.of("ihned", "za_dva_týdny", "za_měsíc").get((number / 3) % 3));
      case DE ->
          List.of(
              List.of("unter_1_jahr", "1-3_jahre", "über_3_jahre").get(pick),
              number % 7 == 0 ? "nein" : "ja",
              List.of("sofort", "in_zwei_wochen", "in_einem_monat").get((number / 3) % 3));
      case EN ->
          List.of(
              List.of("less_than_1_year", "1-3_years", "more_than_3_years").get(pick),
              number % 7 == 0 ? "no" : "yes",
              List.of("immediately", "in_two_weeks", "in_a_month").get((number / 3) % 3));
    };
  }

  private static List<String> row(DemoLead lead) {
    var facebook = lead.number() % 4 == 0;
    var cells = new ArrayList<String>();
    cells.add("l:" + (1990233898500000L + 7919L * lead.number()));
    cells.add(lead.createdTime());
    cells.addAll(List.of("ag:120232362357810199", facebook ? "Carousel A" : "Video B"));
    cells.addAll(List.of("as:120232362357840199", "EU 25-45"));
    cells.addAll(List.of("c:120232362357820199", "Sales Representative B2B"));
    cells.addAll(List.of("f:2013930249374081", "sales form v2", "false", facebook ? "fb" : "ig"));
    cells.addAll(lead.answers());
    cells.addAll(List.of(lead.email(), lead.fullName(), "p:" + written(lead)));
    return cells;
  }

  /** Every ninth Romanian wrote the number as it is dialled at home, as people do. */
  private static String written(DemoLead lead) {
    var phone = lead.phone();
    if (!lead.language().equals("ro") || lead.number() % 9 != 0) return phone;
    return "0" + phone.substring(3, 6) + " " + phone.substring(6, 9) + " " + phone.substring(9);
  }

  private static String ascii(String name) {
    return Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z]+", ".");
  }
}

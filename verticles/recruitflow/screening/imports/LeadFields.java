package recruitflow.screening.imports;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import recruitflow.domain.desk.candidates.FullName;
import recruitflow.domain.desk.candidates.SearchText;
import recruitflow.domain.screening.leads.Lead;
import recruitflow.platform.database.Db;

/** A lead as the columns of a candidate. */
final class LeadFields {
  private static final List<String> NAMES =
      List.of(
          "lead_id",
          "first_name",
          "last_name",
          "full_name",
          "phone",
          "phone_e164",
          "phone_doubt",
          "email",
          "created_time",
          "campaign_name",
          "platform",
          "answers",
          "search_text");

  /** Many of them as a table r of one statement, an array a column, from the second argument on. */
  static final String ROWS =
      IntStream.rangeClosed(2, NAMES.size() + 1)
          .mapToObj(n -> "$" + n + "::text[]")
          .collect(
              Collectors.joining(
                  ", ",
                  "unnest(",
                  ") with ordinality as r (" + String.join(", ", NAMES) + ", sort)"));

  private LeadFields() {}

  /** What stands for the parameters of a statement with {@link #ROWS}. */
  static Object[] arguments(Object first, List<JsonObject> leads) {
    var arguments = new Object[NAMES.size() + 1];
    arguments[0] = first;
    for (int i = 0; i < NAMES.size(); i++) {
      var name = NAMES.get(i);
      arguments[i + 1] = leads.stream().map(lead -> text(lead, name)).toArray(String[]::new);
    }
    return arguments;
  }

  private static String text(JsonObject lead, String name) {
    return name.equals("answers") ? lead.getJsonObject(name).encode() : lead.getString(name);
  }

  static JsonObject of(Lead lead) {
    return fields(lead, lead.name(), Phone.of(lead), lead.email(), lead.createdTime(), null);
  }

  /**
   * The lead over the candidate as stored: what the lead leaves empty stays, and what a person put
   * right.
   */
  static JsonObject over(Lead lead, Row row) {
    var corrected = Set.of(row.getArrayOfStrings("corrected"));
    boolean keepsName = lead.name().full().isBlank() || corrected.contains("name");
    boolean keepsPhone = lead.phone().isEmpty() || corrected.contains("phone");
    boolean keepsEmail = lead.email().isEmpty() || corrected.contains("email");
    return fields(
        lead,
        keepsName ? stored(row) : lead.name(),
        keepsPhone ? Phone.of(row) : Phone.of(lead),
        keepsEmail ? row.getString("email") : lead.email(),
        lead.createdTime() == null ? Db.instant(row, "meta_created_time") : lead.createdTime(),
        row.getString("whatsapp_number"));
  }

  private record Phone(String shown, String e164, String doubt) {
    static Phone of(Lead lead) {
      var phone = lead.phone();
      return new Phone(
          phone.shown(), phone.e164(), phone.doubt() == null ? null : phone.doubt().text());
    }

    static Phone of(Row row) {
      return new Phone(
          row.getString("phone"), row.getString("phone_e164"), row.getString("phone_doubt"));
    }
  }

  /** The search text of a candidate's image. */
  static String search(JsonObject image) {
    return SearchText.ofPerson(
        image.getString("full_name"),
        image.getString("phone"),
        image.getString("phone_e164"),
        image.getString("whatsapp_number"),
        image.getString("email"));
  }

  private static FullName stored(Row row) {
    return new FullName(
        row.getString("full_name"), row.getString("first_name"), row.getString("last_name"));
  }

  private static JsonObject fields(
      Lead lead, FullName name, Phone phone, String email, Instant created, String whatsapp) {
    return new JsonObject()
        .put("lead_id", lead.leadId())
        .put("first_name", name.first())
        .put("last_name", name.last())
        .put("full_name", name.full())
        .put("phone", phone.shown())
        .put("phone_e164", phone.e164())
        .put("phone_doubt", phone.doubt())
        .put("email", email)
        .put("created_time", created == null ? null : created.toString())
        .put("campaign_name", lead.campaignName())
        .put("platform", lead.platform())
        .put("answers", new JsonObject(Map.copyOf(lead.answers())))
        .put(
            "search_text",
            SearchText.ofPerson(name.full(), phone.shown(), phone.e164(), whatsapp, email));
  }
}

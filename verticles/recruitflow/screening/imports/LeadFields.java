package recruitflow.screening.imports;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Map;
import recruitflow.domain.desk.candidates.FullName;
import recruitflow.domain.desk.candidates.SearchText;
import recruitflow.domain.screening.leads.Lead;
import recruitflow.platform.database.Db;

/** A lead as the columns of a candidate. */
final class LeadFields {
  private LeadFields() {}

  static JsonObject of(Lead lead) {
    return fields(
            lead, lead.name(), lead.phone(), lead.phoneE164(), lead.email(), lead.createdTime())
        .put(
            "search_text", search(lead.name(), lead.phone(), lead.phoneE164(), lead.email(), null));
  }

  /** The lead over the candidate as stored: what the lead leaves empty stays. */
  static JsonObject over(Lead lead, Row row) {
    boolean oldPhone = lead.phone().isEmpty();
    var phone = oldPhone ? row.getString("phone") : lead.phone();
    var e164 = oldPhone ? row.getString("phone_e164") : lead.phoneE164();
    var email = lead.email().isEmpty() ? row.getString("email") : lead.email();
    var name = lead.name().full().isBlank() ? stored(row) : lead.name();
    var created = lead.createdTime();
    return fields(
            lead,
            name,
            phone,
            e164,
            email,
            created == null ? Db.instant(row, "meta_created_time") : created)
        .put("search_text", search(name, phone, e164, email, row.getString("whatsapp_number")));
  }

  /** The search text of a candidate's image. */
  static String search(JsonObject image) {
    return SearchText.of(
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

  private static String search(
      FullName name, String phone, String e164, String email, String whatsapp) {
    return SearchText.of(name.full(), phone, e164, whatsapp, email);
  }

  private static JsonObject fields(
      Lead lead, FullName name, String phone, String e164, String email, Instant created) {
    return new JsonObject()
        .put("lead_id", lead.leadId())
        .put("first_name", name.first())
        .put("last_name", name.last())
        .put("full_name", name.full())
        .put("phone", phone)
        .put("phone_e164", e164)
        .put("email", email)
        .put("created_time", created == null ? null : created.toString())
        .put("campaign_name", lead.campaignName())
        .put("platform", lead.platform())
        .put("answers", new JsonObject(Map.copyOf(lead.answers())));
  }
}

package recruitflow.screening.imports;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import recruitflow.domain.desk.candidates.EmailAddress;
import recruitflow.domain.screening.leads.Contacts;
import recruitflow.domain.screening.leads.ImportPlan.Known;
import recruitflow.domain.screening.leads.Lead;
import recruitflow.domain.screening.leads.LeadField;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;

/** Candidates by their lead ids, many in one statement. */
final class ImportPeople {
  private static final String KNOWN =
      """
      select c.meta_lead_id, c.merged_into_id is not null as merged, c.corrected, c.full_name,
             c.phone, c.email,
             exists (select 1 from applications a
                     where a.candidate_id = coalesce(c.merged_into_id, c.id)
                       and a.position_id = $2) as applied
      from candidates c where c.meta_lead_id = any ($1)
      """;

  private static final String SAME_CONTACT =
      """
      select coalesce(k.id, c.id) as id, coalesce(k.full_name, c.full_name) as full_name,
             c.phone_key, c.whatsapp_number, lower(c.email) as email
      from candidates c left join candidates k on k.id = c.merged_into_id
      where (c.archived_at is null or c.merged_into_id is not null)
        and (c.phone_key = any ($1) or c.whatsapp_number = any ($1) or c.email_key = any ($2))
      order by 1, c.id
      """;

  private static final String CURRENT =
      """
      select c.id, c.meta_lead_id, c.full_name, c.first_name, c.last_name, c.phone, c.phone_e164,
             c.phone_doubt, c.email, c.whatsapp_number, c.meta_created_time, c.corrected, to_jsonb(c) - 'search_text' as image
      from candidates c
      where c.meta_lead_id = any ($1) and c.archived_at is null order by c.id for update
      """;

  private static final String INSERT =
      """
      insert into candidates
        (meta_lead_id, first_name, last_name, full_name, phone, phone_e164, phone_doubt, email,
         meta_created_time, campaign_name, platform, form_answers, search_text, source,
         created_at, updated_at)
      select r.lead_id, r.first_name, r.last_name, r.full_name, r.phone, r.phone_e164,
             r.phone_doubt, r.email, r.created_time::timestamptz, r.campaign_name, r.platform,
             r.answers::jsonb, r.search_text, 'meta_form', $1, $1
      from %s order by r.sort
      """
          .formatted(LeadFields.ROWS);

  private static final String UPDATE =
      """
      update candidates c set
        first_name = r.first_name, last_name = r.last_name, full_name = r.full_name,
        phone = r.phone, phone_e164 = r.phone_e164, phone_doubt = r.phone_doubt, email = r.email,
        meta_created_time = r.created_time::timestamptz,
        campaign_name = coalesce(nullif(r.campaign_name, ''), c.campaign_name),
        platform = coalesce(nullif(r.platform, ''), c.platform),
        form_answers = coalesce(c.form_answers, '{}') || r.answers::jsonb,
        search_text = r.search_text, updated_at = $1, version = c.version + 1
      from %s where c.meta_lead_id = r.lead_id
      """
          .formatted(LeadFields.ROWS);

  private static final String IDS =
      """
      select meta_lead_id, coalesce(merged_into_id, id) as id
      from candidates where meta_lead_id = any ($1)
      """;

  /** Which lead ids are there, and whether with an application to that position. */
  Map<String, Known> known(Sql sql, Collection<String> leadIds, long positionId) {
    var known = new HashMap<String, Known>();
    sql.list(
        KNOWN,
        row ->
            known.put(
                row.getString("meta_lead_id"),
                new Known(row.getBoolean("merged"), row.getBoolean("applied"), corrected(row))),
        leadIds.toArray(String[]::new),
        positionId);
    return known;
  }

  private static Map<LeadField, String> corrected(Row row) {
    var corrected = new EnumMap<LeadField, String>(LeadField.class);
    for (var field : row.getArrayOfStrings("corrected")) {
      switch (field) {
        case "name" -> corrected.put(LeadField.FULL_NAME, row.getString("full_name"));
        case "phone" -> corrected.put(LeadField.PHONE_NUMBER, row.getString("phone"));
        case "email" -> corrected.put(LeadField.EMAIL, row.getString("email"));
        default -> throw new IllegalStateException("no field " + field);
      }
    }
    return corrected;
  }

  /** Candidates with a number or an address of these leads. */
  Contacts contacts(Sql sql, Collection<Lead> leads) {
    var contacts = new Contacts();
    var phones =
        leads.stream()
            .map(lead -> lead.phone().key())
            .filter(phone -> !phone.isEmpty())
            .distinct()
            .toArray(String[]::new);
    var emails =
        leads.stream()
            .map(lead -> EmailAddress.key(lead.email()))
            .filter(email -> !email.isEmpty())
            .distinct()
            .toArray(String[]::new);
    sql.list(SAME_CONTACT, row -> addTo(contacts, row), phones, emails);
    return contacts;
  }

  private static Void addTo(Contacts contacts, Row row) {
    var phones =
        Stream.of(row.getString("phone_key"), row.getString("whatsapp_number"))
            .filter(phone -> phone != null)
            .toList();
    contacts.add(
        new Contacts.Other(row.getLong("id"), null, row.getString("full_name")),
        phones,
        row.getString("email"));
    return null;
  }

  void insert(Sql sql, Collection<Lead> leads, Instant now, Progress progress) {
    progress.each(
        leads.stream().map(LeadFields::of).toList(),
        chunk -> sql.execute(INSERT, LeadFields.arguments(Db.time(now), chunk)));
  }

  /**
   * Writes these leads over the candidates they are, and answers how those were before. What a lead
   * leaves empty stays as it is.
   */
  Map<String, JsonObject> update(Sql sql, Map<String, Lead> leads, Instant now, Progress progress) {
    var before = new HashMap<String, JsonObject>();
    if (leads.isEmpty()) {
      return before;
    }
    var merged =
        sql.list(
            CURRENT,
            row -> {
              before.put(row.getString("meta_lead_id"), row.getJsonObject("image"));
              return LeadFields.over(leads.get(row.getString("meta_lead_id")), row);
            },
            (Object) leads.keySet().toArray(String[]::new));
    progress.each(merged, chunk -> sql.execute(UPDATE, LeadFields.arguments(Db.time(now), chunk)));
    return before;
  }

  /** Those whose number or address is another one than in these images. */
  List<Long> withOtherContacts(Sql sql, Map<String, JsonObject> before) {
    return before.isEmpty()
        ? List.of()
        : sql.list(
            """
            select c.id from candidates c
            join jsonb_to_recordset($1::jsonb) as b (id bigint, phone_key text, email text)
              on b.id = c.id
            where b.phone_key is distinct from c.phone_key or lower(b.email) <> lower(c.email)
            """,
            row -> row.getLong("id"),
            json(before.values().stream()));
  }

  private static JsonArray json(Stream<JsonObject> rows) {
    return new JsonArray(rows.toList());
  }

  /** The candidates of these leads; of a merged one the record that was kept. */
  Map<String, Long> ids(Sql sql, Collection<String> leadIds) {
    var ids = new HashMap<String, Long>();
    sql.list(
        IDS,
        row -> ids.put(row.getString("meta_lead_id"), row.getLong("id")),
        (Object) leadIds.toArray(String[]::new));
    return ids;
  }

  /** Flags what may be one person; pairs already flagged stay as they are. */
  void flag(Sql sql, List<Object[]> pairs) {
    sql.batch(
        """
        insert into duplicate_flags (candidate_id, other_candidate_id, matched_on)
        values ($1, $2, $3) on conflict (candidate_id, other_candidate_id) do nothing
        """,
        pairs);
  }
}

package recruitflow.desk.candidates;

import recruitflow.domain.desk.candidates.PhoneReading;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;

/**
 * Reads numbers again that were stored under a rule that took some for another country's. It runs
 * before the first call is placed, once for each number.
 */
final class RereadPhones {
  private static final int AT_ONCE = 1_000;
  private static final String OLD =
      """
      select id, phone from candidates where phone_rule = 0
      order by id limit $1 for update skip locked
      """;
  private static final String WRITE =
      """
      update candidates set phone_e164 = $2, phone_doubt = $3, phone_rule = 1, updated_at = now()
      where id = $1
      """;

  private final House house;

  RereadPhones(House house) {
    this.house = house;
  }

  void run() {
    while (house.db().inTransaction(this::some) == AT_ONCE) {}
  }

  private int some(Sql sql) {
    var region = house.settings().phoneRegion();
    var numbers =
        sql.list(
            OLD,
            row -> {
              var reading = PhoneReading.of(row.getString("phone"), region);
              var doubt = reading.doubt() == null ? null : reading.doubt().text();
              return new Object[] {row.getLong("id"), reading.e164(), doubt};
            },
            AT_ONCE);
    sql.batch(WRITE, numbers);
    return numbers.size();
  }
}

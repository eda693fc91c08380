package recruitflow.admin.accounts.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Failure;

/**
 * Slows guessing down. A try is counted before the password is looked at, by one statement, so that
 * any number of tries at the same moment are counted one after the other.
 *
 * <p>Where an account has logged in from before (this browser, this address) only tries from there
 * count, so that strangers lock nobody out. Strangers are counted by address, by address and
 * account, and by account. Together an account is tried fewer than a hundred times an hour (OWASP
 * ASVS 4, 2.2.1).
 */
public final class Throttle {

  private static final double HOUR = 3600;

  private static final String COUNT =
      """
      with known as (
        select p.place from login_places p join users u on u.id = p.user_id
        where lower(u.email) = $1 and p.place in ($2, $3)
          and p.used_at > now() - interval '180 days'
        order by p.place = $2 desc limit 1
      ), counted (key, capacity, leak, nth) as (
        select 'known ' || $1 || ' ' || place, 8, 20.0 / 3600, 1 from known
        union all
        select key, capacity, leak, nth
        from unnest($4::text[], $5::float8[], $6::float8[]) with ordinality
             as stranger (key, capacity, leak, nth)
        where not exists (select 1 from known)
      )
      insert into login_throttle as t (key, tries, capacity, leak, at)
      select key, 1, capacity, leak, clock_timestamp() from counted order by nth
      on conflict (key) do update
      set tries = 1 + greatest(0, t.tries - t.leak * extract(epoch from clock_timestamp() - t.at)),
          at = clock_timestamp()
      where 1 + greatest(0, t.tries - t.leak * extract(epoch from clock_timestamp() - t.at))
            <= t.capacity
      returning key
      """;

  private static final String GIVE_BACK =
      "update login_throttle set tries = greatest(0, tries - 1) where key = any ($1)";

  private static final Try NOBODY = new Try("", "", "");
  private static final Duration PAUSE = Duration.ofMinutes(3);

  /** A bucket holds so many tries at once, and as many more an hour. */
  private enum Bucket {
    ADDRESS(100, 300),
    ADDRESS_AND_ACCOUNT(8, 30),
    ACCOUNT(15, 50),
    OWN(8, 20);

    private final double capacity;
    private final double leak;

    Bucket(double capacity, double anHour) {
      this.capacity = capacity;
      this.leak = anHour / HOUR;
    }
  }

  /**
   * @param email as typed, in small letters
   * @param browser the hash of the browser's own cookie, empty without one
   */
  record Try(String email, String address, String browser) {

    List<String> strangersKeys() {
      return List.of("address " + network(), "pair " + network() + " " + email, "account " + email);
    }

    String addressPlace() {
      return "address " + network();
    }

    String browserPlace() {
      return "browser " + browser;
    }

    /** Whoever has one IPv6 address has all of its /64. */
    String network() {
      try {
        if (!(InetAddress.ofLiteral(address) instanceof Inet6Address six)) return address;
        var bytes = six.getAddress();
        java.util.Arrays.fill(bytes, 8, 16, (byte) 0);
        return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
      } catch (IllegalArgumentException | java.net.UnknownHostException e) {
        return address;
      }
    }
  }

  /** A counted try. */
  public record Admitted(Set<String> keys) {

    /** True where the account has logged in from before. */
    boolean fromKnownPlace() {
      return keys.stream().anyMatch(key -> key.startsWith("known "));
    }
  }

  /**
   * Counts the try.
   *
   * @throws Failure too many
   */
  Admitted count(Sql sql, Try attempt) {
    var buckets = List.of(Bucket.ADDRESS, Bucket.ADDRESS_AND_ACCOUNT, Bucket.ACCOUNT);
    return count(sql, attempt, attempt.strangersKeys(), buckets);
  }

  /** The same for somebody who is logged in and is asked for a secret again. */
  Admitted countOwn(Sql sql, long userId) {
    return count(sql, NOBODY, List.of("own " + userId), List.of(Bucket.OWN));
  }

  private Admitted count(Sql sql, Try attempt, List<String> keys, List<Bucket> buckets) {
    var counted =
        new HashSet<>(
            sql.list(
                COUNT,
                row -> row.getString("key"),
                attempt.email(),
                attempt.browserPlace(),
                attempt.addressPlace(),
                keys.toArray(String[]::new),
                buckets.stream().map(bucket -> bucket.capacity).toArray(Double[]::new),
                buckets.stream().map(bucket -> bucket.leak).toArray(Double[]::new)));
    var admitted = new Admitted(counted);
    if (admitted.fromKnownPlace() || counted.size() == keys.size()) return admitted;
    giveBack(sql, admitted);
    throw Failure.tooMany("Too many wrong tries. Please wait a few minutes.", PAUSE)
        .because("too_many_tries");
  }

  /** The try was not made after all, or was right. */
  void giveBack(Sql sql, Admitted admitted) {
    if (!admitted.keys().isEmpty())
      sql.execute(GIVE_BACK, (Object) admitted.keys().toArray(String[]::new));
  }

  /** The account logged in from here: its own wrong tries are forgotten, the place is known. */
  void succeeded(Sql sql, long userId, Try attempt, Admitted admitted) {
    giveBack(sql, admitted);
    sql.execute(
        "delete from login_throttle where key = any ($1) and (key like 'known %' or key like 'pair"
            + " %')",
        (Object) admitted.keys().toArray(String[]::new));
    sql.execute(
        """
        insert into login_places (user_id, place) select $1, unnest($2::text[])
        on conflict (user_id, place) do update set used_at = now()
        """,
        userId,
        new String[] {attempt.browserPlace(), attempt.addressPlace()});
  }
}

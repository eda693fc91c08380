package recruitflow.platform.operations;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The accounts as they stand now, in memory, since every call asks. Whoever keeps the accounts
 * tells of each change; news that come late never undo newer ones.
 */
public final class Standing {

  private final Map<Long, Account> accounts = new ConcurrentHashMap<>();

  /**
   * @param tokenVersion what a token of this account must carry
   * @param change rises with each change of the account
   */
  public record Account(Caller caller, boolean active, int tokenVersion, int change) {

    /** True when tokens of that version open the door. */
    boolean honours(int version) {
      return active && tokenVersion == version;
    }
  }

  /** Takes note of an account; true when tokens that were good are good no longer. */
  public boolean learn(Account account) {
    var known = accounts.get(account.caller().userId());
    var now = accounts.merge(account.caller().userId(), account, Standing::newer);
    return known != null && known.active() && !now.honours(known.tokenVersion());
  }

  private static Account newer(Account known, Account told) {
    return told.change() >= known.change() ? told : known;
  }

  Optional<Account> of(long userId) {
    return Optional.ofNullable(accounts.get(userId));
  }
}

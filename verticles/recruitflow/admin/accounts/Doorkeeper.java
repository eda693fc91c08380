package recruitflow.admin.accounts;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.stream.Collectors;
import recruitflow.admin.accounts.AccountOperations.Me;
import recruitflow.admin.accounts.AccountOperations.User;
import recruitflow.admin.accounts.UserStore.Account;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Access;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Role;
import recruitflow.platform.operations.Standing;

/** Keeps the door informed of the accounts as they stand, on this node and on the others. */
public final class Doorkeeper {

  private static final String KIND = "account";

  private final House house;
  private final UserStore users;
  private final boolean factorRequired;

  /**
   * @param factorRequired whether administrators have their powers only with a second factor
   */
  Doorkeeper(House house, UserStore users, boolean factorRequired) {
    this.house = house;
    this.users = users;
    this.factorRequired = factorRequired;
  }

  /** True for an administrator who lacks the second factor that is required of him. */
  public boolean factorDue(User user) {
    return factorRequired && user.roles().contains(Role.ADMIN) && !user.secondFactor();
  }

  /** The roles that count now. */
  public Set<Role> roles(User user) {
    if (!factorDue(user)) return user.roles();
    return user.roles().stream().filter(r -> r != Role.ADMIN).collect(Collectors.toSet());
  }

  /** As the account's owner sees it. */
  public Me me(User user) {
    return new Me(
        user.id(),
        user.email(),
        user.displayName(),
        roles(user),
        user.secondFactor(),
        factorDue(user));
  }

  /** A changed account, after its transaction: from here on this node honours no older token. */
  public void learn(Account account) {
    var user = account.user();
    var caller = new Caller(user.id(), user.email(), user.displayName(), roles(user), "");
    var now = new Standing.Account(caller, user.active(), account.tokenVersion(), user.version());
    if (house.operations().access().standing().learn(now))
      house.vertx().eventBus().publish(Access.ENDED, new JsonObject());
  }

  void learnAll() {
    users.all(house.db().sql()).forEach(this::learn);
  }

  /** Part of the transaction that changes the account. */
  public void tellOtherNodes(Sql sql, long userId) {
    Live.publish(sql, KIND, userId);
  }

  /** A live event from any node. */
  JsonObject heard(JsonObject event) {
    if (KIND.equals(event.getString("kind")))
      event.getJsonArray("ids").forEach(id -> learn(Long.parseLong(String.valueOf(id))));
    return new JsonObject();
  }

  /** {@code {userId}}: the door met a token of an account or version that it does not know. */
  JsonObject lookUp(JsonObject question) {
    learn(question.getLong("userId"));
    return new JsonObject();
  }

  private void learn(long userId) {
    users.byId(house.db().sql(), userId).ifPresent(this::learn);
  }
}

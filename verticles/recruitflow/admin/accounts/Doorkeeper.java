package recruitflow.admin.accounts;

import io.vertx.core.json.JsonObject;
import recruitflow.admin.accounts.UserStore.Account;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Access;

/** Keeps the door informed of the accounts as they stand, on this node and on the others. */
final class Doorkeeper {

  private static final String KIND = "account";

  private final House house;
  private final UserStore users;

  Doorkeeper(House house, UserStore users) {
    this.house = house;
    this.users = users;
  }

  /** A changed account, after its transaction: from here on this node honours no older token. */
  void learn(Account account) {
    if (house.operations().access().standing().learn(account.standing()))
      house.vertx().eventBus().publish(Access.ENDED, new JsonObject());
  }

  void learnAll() {
    users.all(house.db().sql()).forEach(this::learn);
  }

  /** Part of the transaction that changes the account. */
  void tellOtherNodes(Sql sql, long userId) {
    Live.publish(sql, KIND, userId);
  }

  /** A live event from any node. */
  JsonObject heard(JsonObject event) {
    if (KIND.equals(event.getString("kind"))) learn(Long.parseLong(event.getString("id")));
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

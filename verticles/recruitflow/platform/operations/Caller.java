package recruitflow.platform.operations;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who calls an operation; {@code userId} 0 and no roles for an operation open to all.
 *
 * @param address where from, as far as known
 */
public record Caller(
    long userId, String email, String displayName, Set<Role> roles, String address) {

  /** Nobody in particular. */
  public static final Caller NOBODY = new Caller(0, "", "", Set.of(), "");

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** As it travels on the bus. */
  JsonObject toJson() {
    var words = new JsonArray();
    roles.forEach(role -> words.add(role.name()));
    return new JsonObject()
        .put("userId", userId)
        .put("email", email)
        .put("displayName", displayName)
        .put("roles", words)
        .put("address", address);
  }

  static Caller of(JsonObject json) {
    return new Caller(
        json.getLong("userId"),
        json.getString("email"),
        json.getString("displayName"),
        json.getJsonArray("roles").stream()
            .map(word -> Role.valueOf((String) word))
            .collect(Collectors.toSet()),
        json.getString("address"));
  }

  /** The same from there. */
  public Caller from(String address) {
    return new Caller(userId, email, displayName, roles, address);
  }
}

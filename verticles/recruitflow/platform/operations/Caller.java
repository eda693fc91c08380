package recruitflow.platform.operations;

import java.util.Set;

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

  /** The same from there. */
  public Caller from(String address) {
    return new Caller(userId, email, displayName, roles, address);
  }
}

package recruitflow.platform.operations;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import recruitflow.platform.settings.Secret;

/**
 * Access tokens: issued at login, short-lived, signed with one algorithm, for one issuer and one
 * audience.
 */
public final class Access {

  private static final String ALGORITHM = "HS256";
  private static final String ISSUER = "recruitflow";
  private static final String AUDIENCE = "recruitflow-api";
  private static final String BEARER = "Bearer ";

  private final JWTAuth jwt;
  private final Duration lifetime;

  /** Who it is and until when that is known. */
  public record Granted(Caller caller, Instant until) {}

  public Access(Vertx vertx, Secret key, Duration lifetime) {
    this.lifetime = lifetime;
    this.jwt =
        JWTAuth.create(
            vertx,
            new JWTAuthOptions()
                .addPubSecKey(
                    new PubSecKeyOptions()
                        .setAlgorithm(ALGORITHM)
                        .setBuffer(Buffer.buffer(key.value())))
                .setJWTOptions(new JWTOptions().setIssuer(ISSUER).setAudience(List.of(AUDIENCE))));
  }

  /** How long a token lives. */
  public Duration lifetime() {
    return lifetime;
  }

  /** A token that says who the caller is. */
  public String token(Caller caller) {
    var roles = new JsonArray();
    caller.roles().forEach(role -> roles.add(role.name().toLowerCase(Locale.ROOT)));
    return jwt.generateToken(
        new JsonObject()
            .put("sub", String.valueOf(caller.userId()))
            .put("email", caller.email())
            .put("name", caller.displayName())
            .put("use", "access")
            .put("roles", roles),
        new JWTOptions()
            .setAlgorithm(ALGORITHM)
            .setIssuer(ISSUER)
            .setAudience(List.of(AUDIENCE))
            .setExpiresInSeconds((int) lifetime.toSeconds()));
  }

  /** Who holds this token; fails with {@link Failure} when it is not good. */
  public Future<Granted> granted(String token) {
    return jwt.authenticate(new TokenCredentials(token))
        .map(Access::granted)
        .recover(e -> Future.failedFuture(Failure.unauthorized("Please log in.")));
  }

  /** Who sends this request; fails when there is no good token or none of the roles. */
  public Future<Caller> require(RoutingContext request, Role... anyOf) {
    var header = request.request().getHeader("Authorization");
    if (header == null || !header.startsWith(BEARER))
      return Future.failedFuture(Failure.unauthorized("Please log in."));
    return granted(header.substring(BEARER.length()))
        .map(granted -> allowed(granted.caller(), Set.copyOf(Arrays.asList(anyOf))));
  }

  /**
   * The caller, if any one of the roles is his.
   *
   * @throws Failure forbidden
   */
  static Caller allowed(Caller caller, Set<Role> anyOf) {
    if (anyOf.stream().noneMatch(caller.roles()::contains))
      throw Failure.forbidden(
          "This needs the role "
              + anyOf.stream()
                  .map(r -> r.name().toLowerCase(Locale.ROOT))
                  .sorted()
                  .collect(Collectors.joining(" or "))
              + ".");
    return caller;
  }

  private static Granted granted(User user) {
    var claims =
        user.principal().getString("sub") != null
            ? user.principal()
            : user.attributes().getJsonObject("accessToken");
    if (!"access".equals(claims.getString("use"))) throw Failure.unauthorized("Please log in.");
    var roles = EnumSet.noneOf(Role.class);
    for (var role : claims.getJsonArray("roles"))
      roles.add(Role.valueOf(role.toString().toUpperCase(Locale.ROOT)));
    var expires = user.attributes().getJsonObject("accessToken").getLong("exp");
    return new Granted(
        new Caller(
            Long.parseLong(claims.getString("sub")),
            claims.getString("email"),
            claims.getString("name"),
            roles),
        Instant.ofEpochSecond(expires));
  }
}

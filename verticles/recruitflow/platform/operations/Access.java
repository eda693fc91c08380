package recruitflow.platform.operations;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import recruitflow.platform.Bus;
import recruitflow.platform.operations.Standing.Account;
import recruitflow.platform.operations.audit.RequestAudit;
import recruitflow.platform.settings.Secret;
import recruitflow.platform.settings.TrustedProxies;

/**
 * Access tokens: issued at login, short-lived, signed with one algorithm, for one issuer and one
 * audience. A token says which account it is for and at which version; what the account may do is
 * looked up at each call.
 */
public final class Access {

  private static final String ALGORITHM = "HS256";
  private static final String ISSUER = "recruitflow";
  private static final String AUDIENCE = "recruitflow-api";
  private static final String BEARER = "Bearer ";

  /** Asked {@code {userId}}: looks the account up and tells {@link Standing}. */
  public static final String LOOK_UP = "accounts.lookUp";

  /** Told when tokens that were good are good no longer. */
  public static final String ENDED = "accounts.ended";

  private static final int MOST_PROVEN = 10_000;
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final JWTAuth jwt;
  private final Duration lifetime;
  private final TrustedProxies proxies;
  private final Standing standing = new Standing();

  /** Tokens whose signature was checked; what their accounts may is looked at each time. */
  private final Map<String, Claims> proven = new ConcurrentHashMap<>();

  /** Who it is and until when that is known. */
  public record Granted(Caller caller, int version, Instant until) {

    /** The same, and where he is. */
    public Granted from(String address) {
      return new Granted(caller.from(address), version, until);
    }
  }

  private record Claims(long userId, int version, Instant until) {}

  public Access(Vertx vertx, Secret key, Duration lifetime, TrustedProxies proxies) {
    this.vertx = vertx;
    this.proxies = proxies;
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

  /** The accounts as they stand now. */
  public Standing standing() {
    return standing;
  }

  /** A token of the account at this version. */
  public String token(long userId, int version) {
    return jwt.generateToken(
        new JsonObject()
            .put("sub", String.valueOf(userId))
            .put("ver", version)
            .put("use", "access"),
        new JWTOptions()
            .setAlgorithm(ALGORITHM)
            .setIssuer(ISSUER)
            .setAudience(List.of(AUDIENCE))
            .setExpiresInSeconds((int) lifetime.toSeconds()));
  }

  /** Who holds this token; fails with {@link Failure} when it is not good, or no longer. */
  public Future<Granted> granted(String token) {
    var known = proven.get(token);
    if (known != null && Instant.now().isBefore(known.until())) return granted(known);
    return jwt.authenticate(new TokenCredentials(token))
        .map(Access::claims)
        .onSuccess(claims -> remember(token, claims))
        .recover(e -> Future.failedFuture(Failure.unauthorized("Please log in.")))
        .compose(this::granted);
  }

  private void remember(String token, Claims claims) {
    if (proven.size() >= MOST_PROVEN) proven.clear();
    proven.put(token, claims);
  }

  /** False as soon as the account was changed so that its tokens are good no longer. */
  public boolean holds(Granted granted) {
    return standing
        .of(granted.caller().userId())
        .filter(account -> account.honours(granted.version()))
        .isPresent();
  }

  /** A token newer than what is known of its account was issued by another node: ask. */
  private Future<Granted> granted(Claims claims) {
    var known = standing.of(claims.userId());
    if (known.isPresent() && known.get().tokenVersion() >= claims.version())
      return Future.succeededFuture(known.get()).map(account -> granted(claims, account));
    var question = new JsonObject().put("userId", claims.userId());
    return Bus.ask(vertx, LOOK_UP, question, LIMIT)
        .map(
            told ->
                granted(
                    claims,
                    standing
                        .of(claims.userId())
                        .orElseThrow(() -> Failure.unauthorized("Please log in."))));
  }

  private static Granted granted(Claims claims, Account account) {
    if (!account.honours(claims.version())) throw Failure.unauthorized("Please log in.");
    return new Granted(account.caller(), claims.version(), claims.until());
  }

  /** Who sends this request; fails when there is no good token or none of the roles. */
  public Future<Caller> require(RoutingContext request, Role... anyOf) {
    var header = request.request().getHeader("Authorization");
    if (header == null || !header.startsWith(BEARER))
      return Future.failedFuture(Failure.unauthorized("Please log in."));
    return granted(header.substring(BEARER.length()))
        .map(granted -> granted.caller().from(address(request)))
        .onSuccess(caller -> RequestAudit.caller(request, caller))
        .map(caller -> allowed(caller, Set.copyOf(Arrays.asList(anyOf))));
  }

  /** Nobody known, from where the request comes. */
  public Caller stranger(RoutingContext request) {
    return Caller.NOBODY.from(address(request));
  }

  private String address(RoutingContext request) {
    return address(request.request().remoteAddress(), request.request().headers());
  }

  /** Where somebody is, by the word of those proxies that are trusted. */
  public String address(SocketAddress peer, MultiMap headers) {
    return proxies.client(peer, headers);
  }

  /**
   * The caller, if any one of the roles is his.
   *
   * @throws Failure forbidden
   */
  static Caller allowed(Caller caller, Set<Role> anyOf) {
    if (caller.userId() != 0 && anyOf.size() == Role.values().length) return caller;
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

  private static Claims claims(User user) {
    var claims =
        user.principal().getString("sub") != null
            ? user.principal()
            : user.attributes().getJsonObject("accessToken");
    if (!"access".equals(claims.getString("use"))) throw Failure.unauthorized("Please log in.");
    return new Claims(
        Long.parseLong(claims.getString("sub")),
        claims.getInteger("ver"),
        Instant.ofEpochSecond(user.attributes().getJsonObject("accessToken").getLong("exp")));
  }
}

package recruitflow.platform.providers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import recruitflow.platform.House;

/**
 * Calls of the Gmail API with an access token that renews itself. A grant that was withdrawn ends
 * all calls until a person connects the account again: Google is not asked a second time.
 */
public final class GoogleAccess {

  /** The name under which notices about the account are kept. */
  public static final String PROVIDER = "gmail";

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration EARLY = Duration.ofMinutes(1);
  private static final Duration QUOTA_PAUSE = Duration.ofMinutes(1);
  private static final Duration REVOKED_PAUSE = Duration.ofHours(1);

  /** The account must be connected again by a person; nothing was sent. */
  public static final class Revoked extends RuntimeException {
    public Revoked(String message) {
      super(message, null, false, false);
    }
  }

  private record Token(String value, Instant until) {}

  private final House house;
  private final GmailSettings settings;
  private final ProviderHttp tokens;
  private final ProviderHttp gmail;
  private final ProviderNotices notices;
  private volatile Token token = new Token("", Instant.EPOCH);

  public GoogleAccess(House house) {
    this.house = house;
    this.settings = house.gmail();
    this.tokens = new ProviderHttp(house, "google", settings.tokenUrl());
    this.gmail = new ProviderHttp(house, PROVIDER, settings.apiUrl());
    this.notices = new ProviderNotices(house.db());
  }

  /** Forgets an earlier trouble: the configuration may have changed since. */
  public void startAfresh() {
    notices.clear(PROVIDER);
  }

  /**
   * One call of the Gmail API; an expired token is renewed once.
   *
   * @param path such as {@code /gmail/v1/users/me/messages}, query included
   * @param body null for none
   * @throws ProviderFailure as the API answers
   * @throws Revoked when the account must be connected again
   */
  public Answer call(HttpMethod method, String path, JsonObject body) {
    var bytes = body == null ? null : body.toBuffer();
    var used = tokenOrNotSent();
    try {
      return send(method, path, bytes, used);
    } catch (ProviderFailure.Refused refused) {
      if (refused.status() != 401) {
        throw refused;
      }
      token = new Token("", Instant.EPOCH);
      return send(method, path, bytes, tokenOrNotSent());
    }
  }

  /** Whatever stands in the way of a token, such as our own database: Gmail was not asked. */
  private String tokenOrNotSent() {
    try {
      return token();
    } catch (ProviderFailure | Revoked told) {
      throw told;
    } catch (RuntimeException e) {
      throw new ProviderFailure.NotSent(PROVIDER, "renewing the access token", e);
    }
  }

  private Answer send(HttpMethod method, String path, Buffer body, String bearer) {
    var headers = new HashMap<String, String>();
    headers.put("Authorization", "Bearer " + bearer);
    if (body != null) {
      headers.put("Content-Type", "application/json");
    }
    try {
      return gmail.send(method, path, headers, body, LIMIT).await();
    } catch (ProviderFailure.Refused refused) {
      if (isQuota(refused)) house.rates().pauses().begin(PROVIDER, QUOTA_PAUSE).await();
      throw refused;
    }
  }

  /** Gmail says 403 both to a quota that refills and to what is forbidden for good. */
  private static boolean isQuota(ProviderFailure.Refused refused) {
    return refused.status() == 403 && String.valueOf(refused.body()).contains("imitExceeded");
  }

  private String token() {
    var held = token;
    if (Instant.now().isBefore(held.until())) {
      return held.value();
    }
    notices
        .block(PROVIDER)
        .ifPresent(
            block -> {
              throw new Revoked(block.message());
            });
    token = renewed();
    return token.value();
  }

  private Token renewed() {
    var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
    try {
      var answer = tokens.send(HttpMethod.POST, "", headers, form(), LIMIT).await().json();
      var value = answer.getString("access_token", "");
      if (value.isBlank()) {
        throw new ProviderFailure.Malformed("google", "answered without an access token");
      }
      notices.clear(PROVIDER);
      return new Token(value, until(answer));
    } catch (ProviderFailure.Refused refused) {
      throw revoked(refused);
    } catch (ProviderFailure.Lost | ProviderFailure.Down notRenewed) {
      throw new ProviderFailure.NotSent(PROVIDER, "renewing the access token", notRenewed);
    }
  }

  private static Instant until(JsonObject answer) {
    var seconds = answer.getValue("expires_in") instanceof Number number ? number.longValue() : 0;
    return Instant.now().plusSeconds(seconds).minus(EARLY);
  }

  /** Every refusal of this endpoint is final: the grant, the client or its secret is wrong. */
  private Revoked revoked(ProviderFailure.Refused refused) {
    var message =
        "Google no longer grants access to the mailbox ("
            + error(refused.body())
            + "). Connect the account again.";
    notices.raise(PROVIDER, message, REVOKED_PAUSE);
    return new Revoked(message);
  }

  private static String error(Buffer body) {
    try {
      return new JsonObject(body).getString("error", "refused");
    } catch (DecodeException | ClassCastException e) {
      return "refused";
    }
  }

  private Buffer form() {
    var fields =
        Map.of(
            "client_id", settings.clientId(),
            "client_secret", settings.clientSecret().value(),
            "refresh_token", settings.refreshToken().value(),
            "grant_type", "refresh_token");
    return Buffer.buffer(
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}

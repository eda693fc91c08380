package recruitflow.screening.messages.sending;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.MessagingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import recruitflow.platform.House;
import recruitflow.platform.providers.Answer;
import recruitflow.platform.providers.GmailSettings;
import recruitflow.platform.providers.GoogleAccess;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.settings.Provider;

/** Sends mail by the Gmail API and finds it again by our own Message-ID. */
public final class Outbox implements Carrier {

  private static final String MESSAGES = "/gmail/v1/users/me/messages";
  private static final Duration SLOW_DOWN = Duration.ofMinutes(1);
  private static final Set<String> TOO_MUCH =
      Set.of(
          "rateLimitExceeded", "userRateLimitExceeded", "dailyLimitExceeded", "RESOURCE_EXHAUSTED");

  private final GmailSettings settings;
  private final boolean configured;
  private final GoogleAccess google;

  public Outbox(House house) {
    this.settings = house.gmail();
    this.configured = house.settings().has(Provider.GMAIL);
    this.google = new GoogleAccess(house);
  }

  /** Forgets an earlier trouble: the account may have been connected again since. */
  public void startAfresh() {
    google.startAfresh();
  }

  @Override
  public String name() {
    return GoogleAccess.PROVIDER;
  }

  @Override
  public int maxPerMinute() {
    return settings.maxPerMinute();
  }

  @Override
  public boolean isConfigured() {
    return configured;
  }

  @Override
  public Delivery send(Outgoing message) {
    try {
      return accepted(google.call(HttpMethod.POST, MESSAGES + "/send", letter(message)));
    } catch (MessagingException e) {
      return new Delivery.Refused("The address or subject cannot be written into a mail.");
    } catch (GoogleAccess.Revoked revoked) {
      return new Delivery.Blocked(revoked.getMessage());
    } catch (ProviderFailure failure) {
      return failed(failure);
    }
  }

  private static JsonObject letter(Outgoing message) throws MessagingException {
    var raw = Base64.getUrlEncoder().withoutPadding().encodeToString(MailText.of(message));
    var letter = new JsonObject().put("raw", raw);
    return message.threadId() == null ? letter : letter.put("threadId", message.threadId());
  }

  private static Delivery accepted(Answer answer) {
    var json = answer.json();
    return json.getValue("id") instanceof String id && !id.isEmpty()
        ? new Delivery.Accepted(id, json.getString("threadId"))
        : new Delivery.Unknown("Gmail answered without a message id.");
  }

  private static Delivery failed(ProviderFailure failure) {
    return switch (failure) {
      case ProviderFailure.NotSent e -> new Delivery.NotSent(e.getMessage(), null);
      case ProviderFailure.Paused e -> new Delivery.Paused(e.getMessage(), e.left());
      case ProviderFailure.RateLimited e ->
          new Delivery.NotSent("Gmail asks to slow down.", e.retryAfter().orElse(SLOW_DOWN));
      case ProviderFailure.Refused e -> refused(e);
      case ProviderFailure.Down e -> new Delivery.Unknown(e.getMessage());
      case ProviderFailure.Lost e -> new Delivery.Unknown(e.getMessage());
      case ProviderFailure.Malformed e -> new Delivery.Unknown(e.getMessage());
    };
  }

  private static Delivery refused(ProviderFailure.Refused refusal) {
    var words = ProviderWords.of(refusal.body());
    if (words.reasons().stream().anyMatch(TOO_MUCH::contains)) {
      return new Delivery.NotSent("Gmail asks to slow down.", SLOW_DOWN);
    }
    return new Delivery.Refused(
        "Gmail refused the mail (%d). %s".formatted(refusal.status(), words.message()).strip());
  }

  @Override
  public Look find(Outgoing message) {
    var id = message.messageId().replaceAll("[<>]", "");
    var query = URLEncoder.encode("rfc822msgid:" + id, StandardCharsets.UTF_8);
    try {
      var path = MESSAGES + "?includeSpamTrash=true&q=" + query;
      return found(google.call(HttpMethod.GET, path, null).json().getJsonArray("messages"));
    } catch (ProviderFailure | GoogleAccess.Revoked | ClassCastException e) {
      return new Look.Unclear("Gmail could not be asked whether the mail was sent.");
    }
  }

  private static Look found(JsonArray messages) {
    if (messages == null || messages.isEmpty()) {
      return new Look.Absent();
    }
    var first = messages.getJsonObject(0);
    return new Look.Found(
        new Delivery.Accepted(first.getString("id"), first.getString("threadId")));
  }
}

package recruitflow.screening.messages.sending;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import recruitflow.platform.House;
import recruitflow.platform.providers.Answer;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.providers.ProviderHttp;
import recruitflow.platform.providers.ProviderNotices;
import recruitflow.platform.providers.WhapiSettings;
import recruitflow.platform.settings.Provider;

/**
 * Sends WhatsApp texts by Whapi, and finds them again in the chat by their words: there is no id of
 * ours that the provider would keep.
 */
public final class WhatsApp implements Carrier {

  private static final String PROVIDER = "whapi";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration LEFT_ALONE = Duration.ofMinutes(5);
  private static final Duration SLOW_DOWN = Duration.ofMinutes(1);

  private final WhapiSettings settings;
  private final boolean configured;
  private final ProviderHttp http;
  private final ProviderNotices notices;

  public WhatsApp(House house) {
    this.settings = house.whapi();
    this.configured = house.settings().has(Provider.WHAPI);
    this.http = new ProviderHttp(house, PROVIDER, settings.apiUrl());
    this.notices = new ProviderNotices(house.db());
  }

  /** Forgets an earlier trouble: the channel may have been connected again since. */
  public void startAfresh() {
    notices.clear(PROVIDER);
  }

  @Override
  public String name() {
    return PROVIDER;
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
      var block = notices.block(PROVIDER);
      if (block.isPresent()) return new Delivery.Blocked(block.get().message());
    } catch (RuntimeException e) { // our own database: nothing has left yet
      return new Delivery.NotSent(e.getMessage(), null);
    }
    var text = new JsonObject().put("to", digits(message)).put("body", message.body());
    try {
      var delivery = accepted(call(HttpMethod.POST, "/messages/text", text));
      notices.clear(PROVIDER);
      return delivery;
    } catch (ProviderFailure failure) {
      return failed(failure);
    } catch (ClassCastException e) {
      return new Delivery.Unknown("Whapi answered something that is no message.");
    }
  }

  private static Delivery accepted(Answer answer) {
    var json = answer.json();
    if (Boolean.FALSE.equals(json.getValue("sent"))) {
      return new Delivery.Refused("WhatsApp did not take the message.");
    }
    return json.getValue("message") instanceof JsonObject message
            && message.getValue("id") instanceof String id
            && !id.isEmpty()
        ? new Delivery.Accepted(id, null)
        : new Delivery.Unknown("Whapi answered without a message id.");
  }

  private Delivery failed(ProviderFailure failure) {
    return switch (failure) {
      case ProviderFailure.NotSent e -> new Delivery.NotSent(e.getMessage(), null);
      case ProviderFailure.Paused e -> new Delivery.Paused(e.getMessage(), e.left());
      case ProviderFailure.RateLimited e ->
          new Delivery.NotSent("Whapi asks to slow down.", e.retryAfter().orElse(SLOW_DOWN));
      case ProviderFailure.Refused e -> refused(e);
      case ProviderFailure.Down e -> new Delivery.Unknown(e.getMessage());
      case ProviderFailure.Lost e -> new Delivery.Unknown(e.getMessage());
      case ProviderFailure.Malformed e -> new Delivery.Unknown(e.getMessage());
    };
  }

  private Delivery refused(ProviderFailure.Refused refusal) {
    var trouble =
        switch (refusal.status()) {
          case 401 -> "The WhatsApp channel is not connected: its QR code must be scanned again.";
          case 402 -> "The WhatsApp account has reached the limit of its plan.";
          default -> null;
        };
    if (trouble != null) {
      notices.raise(PROVIDER, trouble, LEFT_ALONE);
      return new Delivery.Blocked(trouble);
    }
    var words = ProviderWords.of(refusal.body()).message();
    return new Delivery.Refused(
        "WhatsApp refused the message (%d). %s".formatted(refusal.status(), words).strip());
  }

  @Override
  public Look find(Outgoing message) {
    var path =
        "/messages/list/%s%%40s.whatsapp.net?count=100&from_me=true".formatted(digits(message));
    try {
      return chat(call(HttpMethod.GET, path, null).json())
          .filter(sent -> isSame(sent, message))
          .map(sent -> sent.getString("id"))
          .filter(id -> !message.taken().contains(id))
          .findFirst()
          .<Look>map(id -> new Look.Found(new Delivery.Accepted(id, null)))
          .orElseGet(Look.Absent::new);
    } catch (ProviderFailure.Refused refusal) {
      return refusal.status() == 404
          ? new Look.Absent()
          : new Look.Unclear("Whapi could not be asked whether the message was sent.");
    } catch (ProviderFailure | ClassCastException e) {
      return new Look.Unclear("Whapi could not be asked whether the message was sent.");
    }
  }

  private static Stream<JsonObject> chat(JsonObject answer) {
    var messages = answer.getJsonArray("messages");
    return messages == null
        ? Stream.empty()
        : messages.stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .filter(sent -> Boolean.TRUE.equals(sent.getBoolean("from_me")))
            .filter(sent -> Objects.nonNull(sent.getString("id")));
  }

  /** A text with a link comes back as a link preview. */
  private static boolean isSame(JsonObject sent, Outgoing message) {
    return Stream.of("text", "link_preview")
        .map(sent::getJsonObject)
        .filter(Objects::nonNull)
        .map(content -> content.getString("body", ""))
        .anyMatch(body -> body.strip().equals(message.body().strip()));
  }

  private Answer call(HttpMethod method, String path, JsonObject body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + settings.token().value());
    headers.put("Accept", "application/json");
    if (body != null) {
      headers.put("Content-Type", "application/json");
    }
    return http.send(method, path, headers, body == null ? null : body.toBuffer(), LIMIT).await();
  }

  private static String digits(Outgoing message) {
    return message.to().replaceAll("\\D", "");
  }
}

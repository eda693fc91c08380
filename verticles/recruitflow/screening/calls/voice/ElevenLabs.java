package recruitflow.screening.calls.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recruitflow.domain.screening.calls.Conversation;
import recruitflow.domain.screening.calls.ToldTime;
import recruitflow.domain.screening.calls.VoiceEvent;
import recruitflow.platform.House;
import recruitflow.platform.providers.Answer;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.providers.ProviderHttp;

/** Speaks to ElevenLabs; one agent serves all positions. */
public final class ElevenLabs implements VoiceAgent {
  public static final String PROVIDER = "elevenlabs";

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String BATCHES = "/v1/convai/batch-calling/";
  private static final String CONVERSATIONS = "/v1/convai/conversations";
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 20;

  private final ProviderHttp http;
  private final ElevenLabsBodies bodies;
  private final VoiceSettings settings;

  public ElevenLabs(House house, VoiceSettings voice) {
    settings = voice;
    http = new ProviderHttp(house, PROVIDER, settings.apiUrl());
    bodies = new ElevenLabsBodies(settings);
  }

  @Override
  public Future<Dialled> dial(Callee callee) {
    return post("/v1/convai/twilio/outbound-call", bodies.outboundCall(callee))
        .map(
            answer -> {
              if (!Boolean.TRUE.equals(answer.getValue("success"))) {
                throw notPlaced(answer);
              }
              return new Dialled(required(answer, "conversation_id"), text(answer, "callSid"));
            });
  }

  @Override
  public Future<String> submit(String key, List<Callee> callees) {
    return post(BATCHES + "submit", bodies.batch(key, callees))
        .map(answer -> required(answer, "id"));
  }

  @Override
  public Future<Optional<String>> findBatch(String key, Instant since) {
    return findBatch(key, since.getEpochSecond(), "", MOST_PAGES);
  }

  private Future<Optional<String>> findBatch(String key, long since, String after, int pages) {
    return get(BATCHES + "workspace?limit=" + PAGE + after)
        .compose(
            page -> {
              var batches = objects(page, "batch_calls");
              var found =
                  batches.stream()
                      .filter(b -> named(b, key))
                      .map(b -> required(b, "id"))
                      .findFirst();
              var next = text(page, "next_doc");
              var more = Boolean.TRUE.equals(page.getValue("has_more")) && next != null;
              if (found.isPresent() || !more || pages == 1 || allBefore(batches, since)) {
                return Future.succeededFuture(found);
              }
              return findBatch(key, since, "&last_doc=" + encoded(next), pages - 1);
            });
  }

  @Override
  public Future<Batch> batch(String id) {
    return get(BATCHES + encoded(id))
        .map(
            answer ->
                new Batch(
                    required(answer, "id"),
                    String.valueOf(text(answer, "status")),
                    objects(answer, "recipients").stream().map(ElevenLabs::recipient).toList()));
  }

  @Override
  public Future<Void> cancel(String id) {
    return post(BATCHES + encoded(id) + "/cancel", new JsonObject()).mapEmpty();
  }

  @Override
  public Future<Optional<Conversation>> conversation(String id) {
    return send(HttpMethod.GET, CONVERSATIONS + "/" + encoded(id), null)
        .map(answer -> Optional.of(conversation(answer)))
        .recover(ElevenLabs::emptyIfUnknown);
  }

  @Override
  public Future<List<String>> conversationsOf(String userId, Instant since) {
    var query =
        "?page_size=%d&agent_id=%s&user_id=%s&call_start_after_unix=%d"
            .formatted(PAGE, encoded(settings.agentId()), encoded(userId), since.getEpochSecond());
    return get(CONVERSATIONS + query)
        .map(
            answer ->
                objects(answer, "conversations").stream()
                    .map(c -> required(c, "conversation_id"))
                    .toList());
  }

  private Future<JsonObject> post(String path, JsonObject body) {
    return send(HttpMethod.POST, path, body).map(Answer::json);
  }

  private Future<JsonObject> get(String path) {
    return send(HttpMethod.GET, path, null).map(Answer::json);
  }

  private Future<Answer> send(HttpMethod method, String path, JsonObject body) {
    var key = settings.apiKey().value();
    if (body == null) return http.send(method, path, Map.of("xi-api-key", key), null, LIMIT);
    var headers = Map.of("xi-api-key", key, "Content-Type", "application/json");
    return http.send(method, path, headers, body.toBuffer(), LIMIT);
  }

  private static Conversation conversation(Answer answer) {
    try {
      return Conversation.read(VoiceEvent.JSON.readTree(answer.body().getBytes()));
    } catch (IOException e) {
      throw new ProviderFailure.Malformed(PROVIDER, "answered a conversation without JSON");
    }
  }

  private static <T> Future<Optional<T>> emptyIfUnknown(Throwable failure) {
    return failure instanceof ProviderFailure.Refused refused && refused.status() == 404
        ? Future.succeededFuture(Optional.empty())
        : Future.failedFuture(failure);
  }

  /** It answers 200 and says that it did nothing. */
  private static ProviderFailure notPlaced(JsonObject answer) {
    return answer.getValue("success") == null
        ? new ProviderFailure.Malformed(PROVIDER, "does not say whether it placed the call")
        : new ProviderFailure.Refused(PROVIDER, 200, answer.toBuffer());
  }

  private static boolean named(JsonObject batch, String key) {
    var name = text(batch, "name");
    return name != null && name.endsWith(key);
  }

  /** The list is newest first. */
  private static boolean allBefore(List<JsonObject> batches, long since) {
    return batches.stream()
        .allMatch(b -> b.getValue("created_at_unix") instanceof Number n && n.longValue() < since);
  }

  private static Recipient recipient(JsonObject json) {
    return new Recipient(
        required(json, "id"),
        text(json, "conversation_id"),
        String.valueOf(text(json, "status")),
        ToldTime.of(json.getValue("updated_at_unix")));
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    if (!(json.getValue(name) instanceof JsonArray list)) {
      throw new ProviderFailure.Malformed(PROVIDER, "answered without " + name);
    }
    return list.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList();
  }

  private static String required(JsonObject json, String name) {
    var value = text(json, name);
    if (value == null) throw new ProviderFailure.Malformed(PROVIDER, "answered without " + name);
    return value;
  }

  private static String text(JsonObject json, String name) {
    return json.getValue(name) instanceof String text && !text.isBlank() ? text : null;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}

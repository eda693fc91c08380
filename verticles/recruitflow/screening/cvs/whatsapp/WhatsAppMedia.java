package recruitflow.screening.cvs.whatsapp;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import recruitflow.platform.House;
import recruitflow.platform.providers.Answer;
import recruitflow.platform.providers.ProviderHttp;
import recruitflow.platform.settings.Secret;

/** Fetches files that candidates sent by WhatsApp; they lie at the provider for thirty days. */
public final class WhatsAppMedia {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final ProviderHttp http;
  private final Secret token;

  public WhatsAppMedia(House house) {
    var settings = house.whapi();
    this.http = new ProviderHttp(house, "whapi", settings.apiUrl());
    this.token = settings.token();
  }

  /** The bytes; fails with a {@link recruitflow.platform.providers.ProviderFailure}. */
  Future<Buffer> fetch(String mediaId) {
    var path = "/media/" + URLEncoder.encode(mediaId, StandardCharsets.UTF_8);
    var headers = Map.of("Authorization", "Bearer " + token.value());
    return http.send(HttpMethod.GET, path, headers, null, LIMIT).map(Answer::body);
  }
}

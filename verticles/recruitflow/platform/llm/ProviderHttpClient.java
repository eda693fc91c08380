package recruitflow.platform.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import recruitflow.platform.providers.Answer;
import recruitflow.platform.providers.ProviderHttp;

/**
 * The HTTP seam of langchain4j over our own client: limits, metrics and failures are those of every
 * provider, and Retry-After is read from the wire.
 */
final class ProviderHttpClient implements HttpClient {

  private final ProviderHttp http;
  private final String baseUrl;
  private final Duration limit;

  private ProviderHttpClient(ProviderHttp http, String baseUrl, Duration limit) {
    this.http = http;
    this.baseUrl = baseUrl;
    this.limit = limit;
  }

  /** What langchain4j takes; its own ideas of time-outs are ignored. */
  static HttpClientBuilder builder(ProviderHttp http, String baseUrl, Duration limit) {
    return new Seam(new ProviderHttpClient(http, baseUrl, limit), limit);
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    var headers = new LinkedHashMap<String, String>();
    request.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
    var answer =
        http.send(
                HttpMethod.valueOf(request.method().name()),
                request.url().substring(baseUrl.length()),
                headers,
                request.body() == null ? null : Buffer.buffer(request.body()),
                limit)
            .await();
    answer.json();
    return SuccessfulHttpResponse.builder()
        .statusCode(answer.status())
        .headers(headers(answer))
        .body(answer.body().toString())
        .build();
  }

  private static Map<String, List<String>> headers(Answer answer) {
    var headers = new LinkedHashMap<String, List<String>>();
    answer
        .headers()
        .forEach((name, value) -> headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(value));
    return headers;
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("answers are not streamed");
  }

  private record Seam(HttpClient client, Duration limit) implements HttpClientBuilder {
    @Override
    public Duration connectTimeout() {
      return limit;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return limit;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      return this;
    }

    @Override
    public HttpClient build() {
      return client;
    }
  }
}

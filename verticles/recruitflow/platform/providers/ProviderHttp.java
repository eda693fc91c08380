package recruitflow.platform.providers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import recruitflow.platform.House;

/**
 * HTTP to one provider, at its configured base URL and nowhere else. Every call ends within its
 * limit, is measured, and fails with a {@link ProviderFailure} that tells whether the provider may
 * have acted. Nothing is repeated here, and nothing is sent while the provider wants a pause.
 */
public final class ProviderHttp {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int LARGEST_ANSWER = 40 * 1024 * 1024;
  private static final int CONNECTIONS = 32;

  /** After a 429 that does not say how long. */
  private static final Duration UNTOLD_PAUSE = Duration.ofSeconds(2);

  private final String provider;
  private final String baseUrl;
  private final HttpClientAgent client;
  private final MeterRegistry metrics;
  private final ProviderPauses pauses;

  /**
   * @param provider the word for it in metrics and messages
   * @param baseUrl without a slash at the end
   */
  public ProviderHttp(House house, String provider, String baseUrl) {
    this.provider = provider;
    this.baseUrl = baseUrl;
    this.metrics = house.metrics();
    this.pauses = house.rates().pauses();
    this.client =
        house
            .vertx()
            .createHttpClient(
                new HttpClientOptions()
                    .setConnectTimeout(CONNECT_MILLIS)
                    .setKeepAliveTimeout(20)
                    .setDecompressionSupported(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  /**
   * Sends a request.
   *
   * @param path beginning with a slash, query included
   * @param body null for none
   * @param limit for the whole exchange
   * @return a 2xx answer, or a {@link ProviderFailure}
   */
  public Future<Answer> send(
      HttpMethod method, String path, Map<String, String> headers, Buffer body, Duration limit) {
    var started = System.nanoTime();
    var what = method + " " + path.replaceAll("\\?.*", "");
    var options =
        new RequestOptions()
            .setMethod(method)
            .setAbsoluteURI(baseUrl + path)
            .setConnectTimeout(CONNECT_MILLIS)
            .setFollowRedirects(false);
    return allowed()
        .compose(yes -> client.request(options))
        .recover(e -> Future.failedFuture(notSent(what, e)))
        .compose(request -> exchange(request, headers, body, limit, what))
        .onComplete(ok -> measured("ok", started), e -> measured(word(e), started));
  }

  /** The one place where every request waits for the pause that its provider wants. */
  private Future<Void> allowed() {
    return pauses
        .left(provider)
        .compose(
            left ->
                left.isPresent()
                    ? Future.failedFuture(new ProviderFailure.Paused(provider, left.get()))
                    : Future.succeededFuture());
  }

  private ProviderFailure notSent(String what, Throwable e) {
    return e instanceof ProviderFailure known
        ? known
        : new ProviderFailure.NotSent(provider, what, e);
  }

  private Future<Answer> exchange(
      HttpClientRequest request,
      Map<String, String> headers,
      Buffer body,
      Duration limit,
      String what) {
    headers.forEach(request::putHeader);
    var sent = body == null ? request.send() : request.send(body);
    return sent.compose(this::answer)
        .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            e -> {
              if (e instanceof ProviderFailure) return Future.failedFuture(e);
              request.reset();
              return Future.failedFuture(new ProviderFailure.Lost(provider, what, e));
            });
  }

  private Future<Answer> answer(HttpClientResponse response) {
    return whole(response)
        .compose(
            body -> {
              var status = response.statusCode();
              var pause = RetryAfter.read(response.headers(), Instant.now());
              if (status >= 200 && status < 300)
                return Future.succeededFuture(
                    new Answer(provider, status, response.headers(), body));
              if (status == 429)
                return pauses
                    .begin(provider, pause.orElse(UNTOLD_PAUSE))
                    .otherwiseEmpty()
                    .compose(
                        begun ->
                            Future.failedFuture(
                                new ProviderFailure.RateLimited(provider, pause, body)));
              if (status >= 500)
                return Future.failedFuture(new ProviderFailure.Down(provider, status, pause, body));
              return Future.failedFuture(new ProviderFailure.Refused(provider, status, body));
            });
  }

  /** Reads the body, and stops reading when it is larger than anything a provider should send. */
  private Future<Buffer> whole(HttpClientResponse response) {
    var body = Buffer.buffer();
    var read = Promise.<Buffer>promise();
    response.exceptionHandler(read::tryFail);
    response.endHandler(v -> read.tryComplete(body));
    response.handler(
        part -> {
          if (body.length() + part.length() > LARGEST_ANSWER) {
            read.tryFail(new ProviderFailure.Malformed(provider, "answered more than we can take"));
            response.request().reset();
          } else {
            body.appendBuffer(part);
          }
        });
    return read.future();
  }

  private void measured(String outcome, long started) {
    Timer.builder("recruitflow.provider.calls")
        .tag("provider", provider)
        .tag("outcome", outcome)
        .register(metrics)
        .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
  }

  private static String word(Throwable e) {
    return e.getClass().getSimpleName();
  }
}

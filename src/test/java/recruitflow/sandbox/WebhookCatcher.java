package recruitflow.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The product's end of a webhook: keeps what arrives and answers as it is told. */
public final class WebhookCatcher {
  /** One post. */
  public record Caught(Buffer body, String secret) {}

  private final BlockingQueue<Caught> caught = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  public WebhookCatcher(Vertx vertx) {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .body()
                        .onSuccess(
                            body -> {
                              var secret = request.getHeader(SandboxKeys.WHAPI_WEBHOOK_HEADER);
                              caught.add(new Caught(body, secret));
                              var status = answers.poll();
                              request.response().setStatusCode(status == null ? 200 : status).end();
                            }))
            .listen(0, "127.0.0.1")
            .await();
  }

  public String url() {
    return "http://127.0.0.1:" + server.actualPort() + "/hook";
  }

  /** The next posts are answered with these, then with 200 again. */
  public void answer(int... statuses) {
    for (var status : statuses) answers.add(status);
  }

  public Caught next() {
    try {
      var next = caught.poll(5, TimeUnit.SECONDS);
      if (next == null) throw new AssertionError("no webhook came");
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void forget() {
    caught.clear();
    answers.clear();
  }
}

package recruitflow.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Requests over kept-alive connections, each sending the next when the last is answered. As plain
 * as can be: it shares the processors with what it measures.
 */
final class Load {

  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

  private final Vertx vertx;
  private final NetClient client;
  private final int port;

  Load(Vertx vertx, int port) {
    this.vertx = vertx;
    this.client = vertx.createNetClient();
    this.port = port;
  }

  /** An HTTP request as it goes over the wire. */
  static Buffer request(String method, String path, String headers, String body) {
    return Buffer.buffer(
        "%s %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %d\r\n\r\n%s"
            .formatted(method, path, headers, body.length(), body));
  }

  /** So many connections for so long; each sends one request at least. */
  Figures run(int connections, Duration time, Supplier<Buffer> requests) {
    var started = System.nanoTime();
    var until = started + time.toNanos();
    var lines = new ArrayList<Line>();
    for (var n = 0; n < connections; n++) lines.add(new Line(until, requests));
    Future.all(lines.stream().map(Line::open).toList())
        .timeout(time.toSeconds() + 60, TimeUnit.SECONDS)
        .await();
    var took = Duration.ofNanos(System.nanoTime() - started);
    return Figures.of(
        lines.stream().flatMapToLong(Line::micros).toArray(),
        lines.stream().mapToInt(line -> line.failed).sum(),
        took);
  }

  /** One connection. */
  private final class Line {
    private final long until;
    private final Supplier<Buffer> requests;
    private final Promise<Void> over = Promise.promise();
    private long[] micros = new long[1024];
    private int answered;
    private int failed;
    private long sent;
    private Buffer answer = Buffer.buffer();

    private Line(long until, Supplier<Buffer> requests) {
      this.until = until;
      this.requests = requests;
    }

    Future<Void> open() {
      client
          .connect(port, "127.0.0.1")
          .onFailure(over::tryFail)
          .onSuccess(
              socket -> {
                socket.closeHandler(v -> over.tryFail("the server hung up"));
                socket.handler(part -> received(socket, part));
                next(socket);
              });
      return over.future();
    }

    private void next(NetSocket socket) {
      if (answered > 0 && System.nanoTime() >= until) {
        over.tryComplete();
        socket.close();
        return;
      }
      sent = System.nanoTime();
      socket.write(requests.get());
    }

    private void received(NetSocket socket, Buffer part) {
      answer.appendBuffer(part);
      if (!isWhole(answer)) return;
      if (answered == micros.length) micros = Arrays.copyOf(micros, answered * 2);
      micros[answered++] = (System.nanoTime() - sent) / 1000;
      if (!answer.getString(9, 12).equals("200")) failed++;
      answer = Buffer.buffer();
      next(socket);
    }

    LongStream micros() {
      return IntStream.range(0, answered).mapToLong(n -> micros[n]);
    }
  }

  private static boolean isWhole(Buffer answer) {
    var text = answer.getBytes();
    var head = indexOf(text, END_OF_HEAD);
    if (head < 0) return false;
    var length = 0;
    for (var line : List.of(new String(text, 0, head).split("\r\n")))
      if (line.regionMatches(true, 0, "content-length:", 0, 15))
        length = Integer.parseInt(line.substring(15).strip());
    return text.length >= head + END_OF_HEAD.length + length;
  }

  private static int indexOf(byte[] text, byte[] part) {
    outer:
    for (var n = 0; n <= text.length - part.length; n++) {
      for (var m = 0; m < part.length; m++) if (text[n + m] != part[m]) continue outer;
      return n;
    }
    return -1;
  }
}

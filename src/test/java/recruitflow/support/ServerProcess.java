package recruitflow.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built jar, run as a user runs it: its own process, its own data directory. */
public final class ServerProcess implements AutoCloseable {

  private static final Path JAR = Path.of("target", "recruitflow.jar");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final int port;
  private final Path log;

  private ServerProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Starts it on a free port and waits until it is ready. */
  public static ServerProcess start(Path dir, Map<String, String> environment) throws Exception {
    var port = freePort();
    var log = dir.resolve("server.log");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(java, "-Xmx1g", "-jar", JAR.toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("PORT", String.valueOf(port));
    builder.environment().put("RECRUITFLOW_DATA_DIR", dir.resolve("data").toString());
    builder.environment().put("MEDIA_ROOT", dir.resolve("media").toString());
    builder.environment().putAll(environment);
    var started = new ServerProcess(builder.start(), port, log);
    started.awaitReady();
    return started;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws Exception {
    var ready = HttpRequest.newBuilder(URI.create(url() + "/health/ready")).build();
    var end = System.nanoTime() + PATIENCE.toNanos();
    try (var http = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end && process.isAlive()) {
        try {
          if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) return;
        } catch (IOException e) {
          // not listening yet
        }
        process.waitFor(200, TimeUnit.MILLISECONDS);
      }
    }
    process.destroyForcibly();
    throw new AssertionError("the server did not become ready:\n" + Files.readString(log));
  }

  /** Where it listens, without a slash at the end. */
  public String url() {
    return "http://localhost:" + port;
  }

  /** What it has logged so far. */
  public String log() throws IOException {
    return Files.readString(log);
  }

  /** As a power cut would: no time to tidy up. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
  }
}

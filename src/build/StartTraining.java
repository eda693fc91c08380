import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Lets the built jar run for a while against its sandbox and keeps what the JVM learned: which
 * classes it loads and how its methods run. A start that is given the cache ({@code -XX:AOTCache})
 * loads and compiles less. Run as {@code java StartTraining.java <jar> <cache>}; when it cannot be
 * done it says so and the build goes on, for the cache is missing harmlessly.
 */
final class StartTraining {

  private static final Duration READY_WITHIN = Duration.ofSeconds(90);
  private static final Duration READING = Duration.ofSeconds(6);
  private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;

  private StartTraining(int port) {
    url = "http://127.0.0.1:" + port;
  }

  public static void main(String[] arguments) throws Exception {
    var jar = Path.of(arguments[0]).toAbsolutePath();
    var cache = Path.of(arguments[1]).toAbsolutePath();
    Files.deleteIfExists(cache);
    var home = Files.createTempDirectory("recruitflow-training");
    try {
      train(jar, cache, home);
      System.out.println("start cache: " + Files.size(cache) / 1_000_000 + " MB in " + cache);
    } catch (IOException e) {
      System.out.println("no start cache was made, starts are slower: " + e);
    } finally {
      delete(home);
    }
  }

  private static void train(Path jar, Path cache, Path home) throws Exception {
    var port = freePort();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
                List.of(java, "-Xmx512m", "-XX:AOTCacheOutput=" + cache, "-jar", jar.toString()))
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log").toFile());
    var environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "HOME", "TMPDIR", "TEMP", "SystemRoot"));
    environment.put("PORT", String.valueOf(port));
    environment.put("HOST", "127.0.0.1");
    environment.put("RECRUITFLOW_DATA_DIR", home.resolve("data").toString());
    environment.put("MEDIA_ROOT", home.resolve("media").toString());
    var process = builder.start();
    try {
      new StartTraining(port).use(process);
      process.destroy();
      process.waitFor(120, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** What a morning at the desk asks for: log in, import, trigger, look. */
  private void use(Process process) throws Exception {
    awaitReady(process);
    var login = "{\"email\":\"recruiter@sandbox.local\",\"password\":\"sandbox\"}";
    var token = first(TOKEN, json("POST", "/api/auth/login", login, "").body());
    var position = first(ID, json("GET", "/api/positions", null, token).body());
    var file = http.send(get("/api/imports/demo-file", token), BodyHandlers.ofByteArray()).body();
    var imported = first(ID, upload(file, position, token).body());
    json("POST", "/api/imports/" + imported + "/confirm", "{}", token);
    var ids = json("GET", "/api/applications/ids", null, token).body();
    var few = ID_LIST.matcher(ids).results().limit(40).map(r -> r.group()).toList();
    var trigger = "{\"applicationIds\":[" + String.join(",", few) + "]}";
    json("POST", "/api/applications/trigger-calls", trigger, token);
    var end = System.nanoTime() + READING.toNanos();
    while (System.nanoTime() < end) {
      json("GET", "/api/positions/" + position, null, token);
      json("GET", "/api/applications?limit=20", null, token);
      json("GET", "/api/applications/" + few.getFirst(), null, token);
      json("GET", "/api/dashboard", null, token);
    }
  }

  private static final Pattern ID_LIST = Pattern.compile("\\d+");

  private void awaitReady(Process process) throws Exception {
    var end = System.nanoTime() + READY_WITHIN.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        if (http.send(get("/health/ready", ""), BodyHandlers.discarding()).statusCode() == 200)
          return;
      } catch (IOException e) {
        // not listening yet
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    throw new IOException("the server did not become ready");
  }

  private HttpRequest get(String path, String token) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Authorization", "Bearer " + token)
        .build();
  }

  private HttpResponse<String> json(String method, String path, String body, String token)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> upload(byte[] file, String position, String token) throws Exception {
    var head =
        """
        --xxx\r
        Content-Disposition: form-data; name="positionId"\r
        \r
        %s\r
        --xxx\r
        Content-Disposition: form-data; name="file"; filename="leads.csv"\r
        Content-Type: text/csv\r
        \r
        """
            .formatted(position);
    var request =
        HttpRequest.newBuilder(URI.create(url + "/api/imports"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "multipart/form-data; boundary=xxx")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofByteArray(file),
                    BodyPublishers.ofString("\r\n--xxx--\r\n")));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String first(Pattern pattern, String text) throws IOException {
    var found = pattern.matcher(text);
    if (!found.find()) throw new IOException("unexpected answer: " + text);
    return found.group(1);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}

package recruitflow.bench;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own measure: single inserts, each a transaction, without anything of ours. */
record PgBench(Path program, PgConnectOptions database) {

  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private static final String INSERT =
      """
      insert into bench_events (provider, event_id, body)
      values ('bench', gen_random_uuid()::text, decode(repeat('ab', 400), 'hex'));
      """;

  /** On the path, or where Debian's packages put it. */
  static Optional<PgBench> find(PgConnectOptions database) {
    var path = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
    return Stream.concat(path, debian())
        .map(folder -> folder.resolve("pgbench"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new PgBench(program, database));
  }

  private static Stream<Path> debian() {
    try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions.map(version -> version.resolve("bin")).toList().stream();
    } catch (IOException notDebian) {
      return Stream.empty();
    }
  }

  /** Inserts a second. */
  double run(int clients, int seconds) throws IOException, InterruptedException {
    var script = Files.createTempFile("rf-bench", ".sql");
    Files.writeString(script, INSERT);
    var command =
        List.of(
            program.toString(),
            "--no-vacuum",
            "--protocol=prepared",
            "--client=" + clients,
            "--jobs=2",
            "--time=" + seconds,
            "--file=" + script,
            "--host=" + database.getHost(),
            "--port=" + database.getPort(),
            "--username=" + database.getUser(),
            database.getDatabase());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", String.valueOf(database.getPassword()));
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    Files.delete(script);
    var rate = RATE.matcher(said);
    if (!rate.find()) throw new IllegalStateException("pgbench says: " + said);
    return Double.parseDouble(rate.group(1));
  }
}

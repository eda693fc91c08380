package recruitflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The providers' own JavaScript clients, in {@code src/test/js}. */
public final class NodeClient {
  private static final File FOLDER = new File("src/test/js");

  private NodeClient() {}

  /** What a script prints; it fails when the script does. */
  public static String run(String script, String... arguments) throws Exception {
    if (!new File(FOLDER, "node_modules/.package-lock.json").exists())
      output("npm", "ci", "--no-audit", "--no-fund");
    return output(
        Stream.concat(Stream.of("node", script), Stream.of(arguments)).toArray(String[]::new));
  }

  private static String output(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).directory(FOLDER).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(output).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}

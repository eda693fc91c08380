package recruitflow.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recruitflow.support.ServerProcess;

/** The screens in a real Chromium, against the built jar in sandbox mode. */
class PagesIT {

  @Test
  void the_screens_do_what_a_recruiter_expects(@TempDir Path dir) throws Exception {
    var chromium = chromium();
    // On a developer's machine without Chromium the rest of the build still says something; the
    // build server must have it.
    assumeTrue(chromium != null || System.getenv("CI") != null, "no Chromium on this machine");
    assertThat(chromium).as("Chromium").isNotNull();
    var report = Path.of("target", "browser-tests.log");
    try (var server = ServerProcess.start(dir, Map.of())) {
      var tests =
          new ProcessBuilder("npm", "run", "--silent", "e2e")
              .directory(Path.of("webroot").toFile())
              // The standard streams of this process belong to the build.
              .redirectErrorStream(true)
              .redirectOutput(report.toFile());
      tests.environment().put("BASE_URL", server.url());
      tests.environment().put("CHROMIUM_PATH", chromium);
      var browser = tests.start();
      browser.getOutputStream().close();
      var code = browser.waitFor();
      assertThat(code).as(Files.readString(report)).isZero();
    }
  }

  private static String chromium() {
    var named = System.getenv("CHROMIUM_PATH");
    if (named != null) return named;
    return List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .stream()
        .filter(path -> Files.exists(Path.of(path)))
        .findFirst()
        .orElse(null);
  }
}

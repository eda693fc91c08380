package recruitflow.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import recruitflow.platform.settings.Settings;
import recruitflow.platform.settings.SettingsReader;
import recruitflow.support.TestServer;

/** The Dockerfile and the composition, read as a machine would read them. */
class ImageTest {

  private static final Pattern CHOICE = Pattern.compile("\\$\\{(\\w+)(?::-([^}]*)|:\\?[^}]*)?}");
  private static final List<String> OF_JAVA = List.of("JAVA_OPTS");

  @Test
  void what_is_copied_into_the_image_is_there_or_made_on_the_way() throws IOException {
    var made = List.of("/src/target/recruitflow.jar", "/src/target/training");
    for (var instruction : instructions("COPY")) {
      var words = words(instruction);
      for (var source : words.subList(0, words.size() - 1)) {
        if (made.contains(source)) continue;
        assertThat(Path.of(source.replaceFirst("^/src/", ""))).as(instruction).exists();
      }
    }
    assertThat(Files.readString(Path.of("pom.xml"))).contains("<finalName>recruitflow</finalName>");
    assertThat(Path.of("bin/recruitflow")).isExecutable();
    assertThat(instructions("ENTRYPOINT")).containsExactly("[\"bin/recruitflow\"]");
  }

  @Test
  void the_health_check_of_the_image_passes_under_any_name() throws Exception {
    var check = instructions("HEALTHCHECK").getFirst().replaceFirst("(?s).*?\\bCMD ", "");
    for (var hosts : List.of("", "desk.example.com")) {
      var settings = Map.of("ALLOWED_HOSTS", hosts, "SECURE_SSL_REDIRECT", "true");
      try (var server = TestServer.start(settings, sandbox -> sandbox)) {
        assertThat(run(check, server.port())).as(hosts).isZero();
      }
    }
    assertThat(run(check, 1)).isEqualTo(1);
  }

  private static int run(String check, int port) throws Exception {
    var shell = new ProcessBuilder("sh", "-c", check).redirectErrorStream(true);
    shell.environment().put("PORT", String.valueOf(port));
    var process = shell.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void every_variable_that_is_set_is_one_of_the_manual() throws IOException {
    var manual = new YAMLMapper().readTree(Path.of("config/application.yaml").toFile());
    var known = new ArrayList<>(OF_JAVA);
    manual.fieldNames().forEachRemaining(known::add);
    assertThat(known).containsAll(imageEnvironment().keySet());
    assertThat(known).containsAll(composed().keySet());
    assertThat(composed().keySet())
        .contains(
            "ALLOWED_HOSTS",
            "SECURE_SSL_REDIRECT",
            "SECURE_HSTS_SECONDS",
            "SECURE_HSTS_INCLUDE_SUBDOMAINS",
            "SECURE_HSTS_PRELOAD");
  }

  @Test
  void the_composition_starts_with_what_it_says_and_is_measured_where_nobody_else_comes()
      throws IOException {
    var environment = new HashMap<>(imageEnvironment());
    composed().forEach((name, value) -> environment.put(name, chosen(value)));
    environment.put("SECRET_KEY", "s".repeat(40));
    var reader = SettingsReader.of(environment);
    var settings = Settings.read(reader);
    reader.require();
    assertThat(settings.http().host()).isEqualTo("0.0.0.0");
    var management = settings.http().management().port();
    var scraped = Files.readString(Path.of("config/prometheus.yml"));
    assertThat(scraped).contains("port: " + management);
    for (var published : compose().at("/services/app/ports"))
      assertThat(published.asText()).doesNotContain(String.valueOf(management));
  }

  @Test
  void every_file_that_the_composition_mounts_is_there() throws IOException {
    for (var service : compose().get("services"))
      for (var volume : service.path("volumes")) {
        var source = volume.asText().split(":")[0];
        if (source.startsWith(".")) assertThat(Path.of(source)).exists();
      }
  }

  private static JsonNode compose() throws IOException {
    return new YAMLMapper().readTree(Path.of("docker-compose.yml").toFile());
  }

  private static Map<String, String> composed() throws IOException {
    var found = new HashMap<String, String>();
    compose()
        .at("/services/app/environment")
        .properties()
        .forEach(entry -> found.put(entry.getKey(), entry.getValue().asText()));
    return found;
  }

  /** What a variable is when nobody has chosen. */
  private static String chosen(String value) {
    return CHOICE.matcher(value).replaceAll(m -> m.group(2) == null ? "" : m.group(2));
  }

  private static Map<String, String> imageEnvironment() throws IOException {
    var found = new HashMap<String, String>();
    for (var instruction : instructions("ENV"))
      for (var word : words(instruction)) {
        var parts = word.split("=", 2);
        found.put(parts[0], parts[1]);
      }
    return found;
  }

  /** What follows a keyword, its lines joined and without options. */
  private static List<String> instructions(String keyword) throws IOException {
    var joined = Files.readString(Path.of("Dockerfile")).replaceAll("\\\\\\n\\s*", " ");
    return joined
        .lines()
        .filter(line -> line.startsWith(keyword + " "))
        .map(line -> line.substring(keyword.length() + 1).strip())
        .toList();
  }

  private static List<String> words(String instruction) {
    return Arrays.stream(instruction.split("\\s+")).filter(w -> !w.startsWith("--")).toList();
  }
}

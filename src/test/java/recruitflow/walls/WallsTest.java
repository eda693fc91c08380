package recruitflow.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walls between the parts of the house. */
class WallsTest {

  private static final Pattern IMPORT =
      Pattern.compile(
          "^import (?:static )?recruitflow\\.((?:[a-z]\\w*\\.)*)[A-Z]", Pattern.MULTILINE);

  /** What the core may be compiled against besides the JDK. */
  private static final List<String> PURE_LIBRARIES =
      List.of("libphonenumber", "fastcsv", "jackson-");

  /** Each of these has stopped a verticle for good, or lost work, when it was tried. */
  private static final Pattern STOPS_A_VERTICLE =
      Pattern.compile(
          "\\.await\\([^)]|synchronized|ReentrantLock|Semaphore|CountDownLatch|Thread\\.sleep"
              + "|\\.join\\(\\)|setPeriodic|\\.interrupt\\(");

  private static final Pattern IMPURE =
      Pattern.compile(
          "Instant\\.now|LocalDate\\.now|LocalDateTime\\.now|ZonedDateTime\\.now|\\bFiles\\."
              + "|System\\.(getenv|currentTimeMillis|nanoTime|getProperty)|\\bRandom\\b"
              + "|Math\\.random|UUID\\.randomUUID|\\bThread\\b");

  /** Its lock makes the commits of a whole database wait for one another. */
  private static final Pattern NOTIFIES =
      Pattern.compile("pg_notify|\\bnotify \\w+[,;]", Pattern.CASE_INSENSITIVE);

  private static final Pattern DRAWERS = Pattern.compile("/(utils?|common|base|impl)/");

  private static final Pattern WEAK =
      Pattern.compile("@Disabled|assertTrue\\(true\\)|\\bTO" + "DO\\b|\\bFIX" + "ME\\b");

  @Test
  void the_core_compiles_alone(@TempDir Path classes) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    var path =
        List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).stream()
            .filter(jar -> PURE_LIBRARIES.stream().anyMatch(jar::contains))
            .collect(Collectors.joining(java.io.File.pathSeparator));
    try (var files = compiler.getStandardFileManager(diagnostics, null, null)) {
      var task =
          compiler.getTask(
              null,
              files,
              diagnostics,
              List.of("-d", classes.toString(), "-classpath", path, "-proc:none"),
              null,
              files.getJavaFileObjectsFromPaths(Sources.below(Sources.CORE)));
      assertThat(task.call()).as(diagnostics.getDiagnostics().toString()).isTrue();
    }
  }

  @Test
  void the_core_reads_no_clock_file_environment_or_dice() throws IOException {
    assertThat(linesMatching(Sources.CORE, IMPURE)).isEmpty();
  }

  @Test
  void nothing_in_a_verticle_can_stop_it() throws IOException {
    assertThat(linesMatching(Sources.VERTICLES, STOPS_A_VERTICLE)).isEmpty();
  }

  @Test
  void only_the_line_between_the_nodes_notifies() throws IOException {
    assertThat(linesMatching(Sources.VERTICLES, NOTIFIES)).allMatch(l -> l.contains("BellLine"));
  }

  @Test
  void who_may_import_whom_is_kept() throws IOException {
    var through = new ArrayList<String>();
    for (var file : Sources.below(Sources.VERTICLES)) {
      var from = Place.of(file);
      for (var imported : imports(file))
        if (!from.mayImport(imported)) through.add(file + " imports " + imported);
    }
    assertThat(through).isEmpty();
  }

  @Test
  void the_core_of_an_area_imports_only_the_core_of_the_desk() throws IOException {
    var through = new ArrayList<String>();
    for (var file : Sources.below(Sources.CORE)) {
      var area = Place.coreArea(file);
      for (var imported : coreImports(file))
        if (!imported.equals(area) && !imported.equals("desk"))
          through.add(file + " imports " + imported);
    }
    assertThat(through).isEmpty();
  }

  private static Set<Place> imports(Path file) throws IOException {
    return IMPORT
        .matcher(Files.readString(file))
        .results()
        .filter(found -> !found.group(1).startsWith("domain."))
        .map(found -> Place.named(found.group(1)))
        .collect(Collectors.toSet());
  }

  private static Set<String> coreImports(Path file) throws IOException {
    return IMPORT
        .matcher(Files.readString(file))
        .results()
        .map(found -> found.group(1).split("\\.")[1])
        .collect(Collectors.toSet());
  }

  @Test
  void no_folder_holds_more_than_sixteen_files() throws IOException {
    assertThat(
            Sources.all().stream()
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(folder -> folder.getValue() > 16))
        .isEmpty();
  }

  @Test
  void there_are_no_drawers_for_leftovers() throws IOException {
    assertThat(Sources.all().stream().map(Path::toString).filter(DRAWERS.asPredicate())).isEmpty();
  }

  @Test
  void nothing_is_left_for_later() throws IOException {
    for (var root : List.of(Sources.CORE, Sources.VERTICLES, Sources.TESTS))
      assertThat(linesMatching(root, WEAK)).isEmpty();
  }

  @Test
  void no_source_file_is_longer_than_300_lines() throws IOException {
    var tooLong = new ArrayList<String>();
    for (var file : Sources.all()) {
      var lines = Files.readAllLines(file).size();
      if (lines > 300) tooLong.add(file + " has " + lines);
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void only_what_is_built_is_served() throws IOException {
    var pages = Path.of("target", "classes", "webroot");
    if (!Files.exists(pages)) return; // a single test builds no pages
    try (var files = Files.walk(pages)) {
      assertThat(files.map(Path::toString))
          .noneMatch(
              name ->
                  name.endsWith(".svelte")
                      || name.endsWith(".ts")
                      || name.contains("node_modules"));
    }
  }

  private static List<String> linesMatching(Path root, Pattern pattern) throws IOException {
    var found = new ArrayList<String>();
    for (var file : Sources.below(root)) {
      if (file.getFileName().toString().equals("WallsTest.java")) continue;
      var number = 0;
      for (var line : Files.readAllLines(file)) {
        number++;
        var code = line.strip();
        var comment = code.startsWith("*") || code.startsWith("//") || code.startsWith("/*");
        if (!comment && pattern.matcher(line).find()) found.add(file + ":" + number + " " + code);
      }
    }
    return found;
  }
}

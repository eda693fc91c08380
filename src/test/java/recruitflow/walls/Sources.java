package recruitflow.walls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own Java files, for the tests that are its walls. */
final class Sources {

  static final Path CORE = Path.of("src/main/java");
  static final Path VERTICLES = Path.of("verticles");
  static final Path TESTS = Path.of("src/test/java");
  static final Path BENCH = Path.of("src/bench/java");
  static final Path BUILD = Path.of("src/build");

  private Sources() {}

  static List<Path> all() throws IOException {
    return Stream.of(CORE, VERTICLES, TESTS, BENCH, BUILD)
        .map(Sources::below)
        .flatMap(List::stream)
        .toList();
  }

  static List<Path> below(Path root) {
    try (var files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

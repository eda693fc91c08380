package recruitflow.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * One layout for all sources. Apply it with {@code ./mvnw test -Dtest=FormatTest -Dformat=apply}.
 */
class FormatTest {

  @Test
  void every_source_is_laid_out_by_google_java_format() throws IOException, FormatterException {
    var apply = !System.getProperty("format", "").isEmpty();
    var formatter = new Formatter();
    var unformatted = new ArrayList<Path>();
    for (var file : Sources.all()) {
      var is = Files.readString(file);
      var should = formatter.formatSourceAndFixImports(is);
      if (is.equals(should)) continue;
      if (apply) Files.writeString(file, should);
      else unformatted.add(file);
    }
    assertThat(unformatted).as("run ./mvnw test -Dtest=FormatTest -Dformat=apply").isEmpty();
  }
}

package recruitflow.sandbox.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a person's CV says. Read from {@code config/sandbox/cv/<language>.txt}. */
final class CvText {
  private CvText() {}

  static List<String> lines(Person person) {
    return template(person.persona().language())
        .replace("{name}", person.name() == null ? "N. N." : person.name())
        .replace("{phone}", person.phone())
        .replace("{email}", person.email() == null ? "-" : person.email())
        .lines()
        .toList();
  }

  private static String template(String language) {
    var resource = "config/sandbox/cv/" + language + ".txt";
    try (var in = CvText.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException("missing resource " + resource);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}

package recruitflow.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the POM says is what runs: a pin that another list overrules protects nobody. */
class VersionsTest {

  /** Families whose jars share one version, by the property that names it. */
  private static final Map<String, String> FAMILIES =
      Map.of(
          "netty-", "netty.version",
          "vertx-", "vertx.version",
          "jackson-", "jackson.version",
          "micrometer-", "micrometer.version");

  /** Of Jackson's annotations there is one version for all of a minor version. */
  private static final String ANNOTATIONS = "jackson-annotations-";

  private static final Pattern JAR = Pattern.compile(".*/([^/]+)\\.jar!/META-INF/MANIFEST\\.MF");

  @Test
  void every_jar_of_a_family_has_the_version_that_the_pom_names() throws Exception {
    var jars = jars();
    for (var family : FAMILIES.entrySet()) {
      var version = property(family.getValue());
      var members = jars.stream().filter(jar -> jar.startsWith(family.getKey())).toList();
      assertThat(members).as(family.getKey()).isNotEmpty();
      assertThat(members).allSatisfy(jar -> assertThat(jar).endsWith("-" + of(jar, version)));
    }
  }

  @Test
  void every_dependency_with_a_version_of_its_own_is_there_in_that_version() throws Exception {
    var jars = jars();
    var pinned = pinned();
    assertThat(pinned).hasSizeGreaterThan(15);
    assertThat(jars).containsAll(pinned);
  }

  private static String of(String jar, String version) {
    return jar.startsWith(ANNOTATIONS) ? version.replaceFirst("\\.\\d+$", "") : version;
  }

  /** Names without the ending, such as {@code netty-common-4.2.20.Final}. */
  private static List<String> jars() throws IOException {
    var manifests = VersionsTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF");
    return Collections.list(manifests).stream()
        .map(manifest -> JAR.matcher(manifest.toString()))
        .flatMap(name -> name.matches() ? Stream.of(name.group(1)) : Stream.empty())
        .toList();
  }

  private static List<String> pinned() throws Exception {
    var found = new ArrayList<String>();
    var all = pom().getElementsByTagName("dependency");
    for (var i = 0; i < all.getLength(); i++) {
      var dependency = (Element) all.item(i);
      var version = text(dependency, "version");
      if (version.isEmpty() || text(dependency, "type").equals("pom")) continue;
      found.add(text(dependency, "artifactId") + "-" + resolved(version));
    }
    return found;
  }

  private static String resolved(String version) throws Exception {
    return version.startsWith("${")
        ? property(version.substring(2, version.length() - 1))
        : version;
  }

  private static String property(String name) throws Exception {
    return text((Element) pom().getElementsByTagName("properties").item(0), name);
  }

  private static Element pom() throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return builder.parse(Path.of("pom.xml").toFile()).getDocumentElement();
  }

  private static String text(Element parent, String tag) {
    var found = parent.getElementsByTagName(tag);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }
}

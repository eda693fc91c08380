package recruitflow.walls;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Where a class stands: an area and a feature in it; both empty for the composition root.
 *
 * <p>Every area may use the platform and the desk. Inside an area a feature uses the area's hub and
 * nothing else of it; two other features meet by tasks or on the bus.
 */
record Place(String area, String feature) {

  /** The one feature of an area that its others may import. */
  private static final Map<String, String> HUBS = Map.of("mail", "mailboxes");

  private static final Set<String> NO_AREA = Set.of("platform", "sandbox");

  static Place of(Path file) {
    var inside = Sources.VERTICLES.resolve("recruitflow").relativize(file.getParent()).toString();
    return named(inside.replace('/', '.'));
  }

  /** From a package below the root one, such as {@code screening.calls.voice.}. */
  static Place named(String inside) {
    var words = inside.split("\\.");
    return new Place(words[0], words.length > 1 ? words[1] : "");
  }

  /** The area of a file of the core: the folder below {@code domain}. */
  static String coreArea(Path file) {
    return Sources.CORE.resolve("recruitflow/domain").relativize(file).getName(0).toString();
  }

  boolean mayImport(Place other) {
    if (area.isEmpty()) return true;
    if (NO_AREA.contains(area)) return other.area.equals(area) || other.area.equals("platform");
    if (other.area.equals("platform") || other.area.equals("desk")) return true;
    if (other.equals(new Place("mail", "mailboxes"))) return true;
    if (!other.area.equals(area)) return false;
    return feature.isEmpty()
        || other.feature.equals(feature)
        || other.feature.equals(HUBS.get(area));
  }
}

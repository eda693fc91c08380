package recruitflow.domain.screening.evaluations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the object that is the verdict among all that an answer holds. */
final class VerdictObject {
  private static final List<String> SIGNS =
      List.of("outcome", "score", "qualified", "callback_requested", "needs_human");

  private VerdictObject() {}

  /**
   * The verdicts that differ. Of several that say the same the last counts; of several that do not,
   * which one was meant nobody can know: a draft, a second thought, or words of the candidate.
   */
  static List<ObjectNode> in(List<ObjectNode> objects) {
    var found = new ArrayList<ObjectNode>();
    for (var object : objects) {
      for (var verdict : verdicts(object).toList()) {
        found.removeIf(earlier -> sayTheSame(earlier, verdict));
        found.add(verdict);
      }
    }
    return found;
  }

  /** The object itself, or what it is wrapped around. */
  private static Stream<ObjectNode> verdicts(JsonNode node) {
    return node instanceof ObjectNode object && SIGNS.stream().anyMatch(object::has)
        ? Stream.of(object)
        : StreamSupport.stream(node.spliterator(), false)
            .filter(JsonNode::isContainerNode)
            .flatMap(VerdictObject::verdicts);
  }

  private static boolean sayTheSame(ObjectNode one, ObjectNode other) {
    return SIGNS.stream().allMatch(sign -> one.path(sign).equals(other.path(sign)));
  }
}

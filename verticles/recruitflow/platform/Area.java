package recruitflow.platform;

import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import recruitflow.platform.operations.Role;

/**
 * A floor of the house: it has read its features' settings when it is made, and lists what it
 * brings.
 */
public interface Area {

  /** Its workers, in the order of their start. */
  List<VerticleBase> verticles(House house);

  /** What needs more than operations: webhooks, uploads, downloads, cookies. */
  List<Consumer<Router>> routes(House house);

  /** The kinds of live event that it tells, and who may follow them: any one role suffices. */
  Map<String, Set<Role>> liveKinds();
}

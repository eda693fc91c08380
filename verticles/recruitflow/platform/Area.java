package recruitflow.platform;

import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.Consumer;

/**
 * A floor of the house: it has read its features' settings when it is made, and lists what it
 * brings.
 */
public interface Area {

  /** Its workers, in the order of their start. */
  List<VerticleBase> verticles(House house);

  /** What needs more than operations: webhooks, uploads, downloads, cookies. */
  List<Consumer<Router>> routes(House house);
}

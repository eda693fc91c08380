package recruitflow.sandbox;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;

/** One provider, played over HTTP at a root of its own and under {@code /<name>/}. */
public interface StandIn {

  /** The path prefix, and the provider's name in faults and in the ledger. */
  String name();

  /**
   * Adds the provider's routes, relative to its prefix. Bodies are read already. Each handler wraps
   * its context in {@link Exchange#of} and answers through it, or faults and ledger miss it.
   */
  void mount(Router router);

  /**
   * The body with which the provider answers what it does not serve.
   *
   * @param status 404 for a path, 405 for a method that the path does not have
   */
  JsonObject unserved(int status);

  /** Adds what tests may do to this provider, relative to {@code /control/<name>}. */
  default void control(Router router) {}
}

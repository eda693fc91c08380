package recruitflow.support;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a test class starts for itself and JUnit closes when its last test is over: a static field
 * with {@code @RegisterExtension}.
 */
public interface ClosedAfterAll extends AfterAllCallback, AutoCloseable {

  @Override
  void close();

  @Override
  default void afterAll(ExtensionContext tests) {
    close();
  }
}

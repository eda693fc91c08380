package recruitflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutOfMemoryTest {

  private static final int TERMINATED = 3;

  /** Fills its memory on a thread that would hide it, as a careless library does. */
  public static final class Greedy {
    private Greedy() {}

    /** Started as the jar is: without a word on the command line about memory running out. */
    public static void main(String[] arguments) throws InterruptedException {
      OutOfMemory.endsTheProcess();
      var greedy = Thread.ofVirtual().start(Greedy::fill);
      greedy.join();
    }

    private static void fill() {
      var kept = new ArrayList<byte[]>();
      try {
        while (true) kept.add(new byte[1 << 20]);
      } catch (OutOfMemoryError e) {
        kept.clear(); // and nobody is told
      }
    }
  }

  @Test
  void a_process_out_of_memory_ends_although_nobody_said_so_when_it_was_started() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var child =
        new ProcessBuilder(
                java,
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Greedy.class.getName())
            .redirectErrorStream(true)
            .start();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(TERMINATED);
  }
}

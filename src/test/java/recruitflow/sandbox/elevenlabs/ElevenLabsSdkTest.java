package recruitflow.sandbox.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The provider's own JavaScript client finds nothing strange about the stand-in. */
@Tag("proofs")
class ElevenLabsSdkTest {
  private static final File FOLDER = new File("src/test/js");

  @Test
  void the_official_client_reads_every_answer_and_believes_the_signatures() throws Exception {
    if (!new File(FOLDER, "node_modules/@elevenlabs").exists())
      run("npm", "ci", "--no-audit", "--no-fund");
    try (var sandbox = VoiceSandbox.quick()) {
      var seen = run("node", "elevenlabs.mjs", sandbox.url("elevenlabs"), sandbox.url("control"));
      assertThat(seen)
          .contains(
              "{\"types\":[\"call_initiation_failure\",\"post_call_transcription\","
                  + "\"post_call_transcription\"]}");
    }
  }

  private static String run(String... command) throws Exception {
    var process = new ProcessBuilder(command).directory(FOLDER).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(output).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}

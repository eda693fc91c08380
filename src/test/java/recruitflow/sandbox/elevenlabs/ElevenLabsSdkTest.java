package recruitflow.sandbox.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import recruitflow.sandbox.NodeClient;

/** The provider's own JavaScript client finds nothing strange about the stand-in. */
@Tag("proofs")
class ElevenLabsSdkTest {

  @Test
  void the_official_client_reads_every_answer_and_believes_the_signatures() throws Exception {
    try (var sandbox = VoiceSandbox.quick()) {
      var seen =
          NodeClient.run("elevenlabs.mjs", sandbox.url("elevenlabs"), sandbox.url("control"));
      assertThat(seen)
          .contains(
              "{\"types\":[\"call_initiation_failure\",\"post_call_transcription\","
                  + "\"post_call_transcription\"]}");
    }
  }
}

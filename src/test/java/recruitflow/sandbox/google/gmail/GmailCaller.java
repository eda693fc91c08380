package recruitflow.sandbox.google.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Label;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.MessagePart;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.UserCredentials;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import recruitflow.sandbox.RunningSandbox;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.support.ClosedAfterAll;

/** Asks the mailbox's stand-in with Google's own client. */
final class GmailCaller implements ClosedAfterAll, BeforeEachCallback {
  final RunningSandbox sandbox = RunningSandbox.start();
  final Gmail gmail = client(SandboxKeys.GOOGLE_REFRESH_TOKEN);

  Gmail client(String refreshToken) {
    var credentials =
        UserCredentials.newBuilder()
            .setClientId(SandboxKeys.GOOGLE_CLIENT_ID)
            .setClientSecret(SandboxKeys.GOOGLE_CLIENT_SECRET)
            .setRefreshToken(refreshToken)
            .setTokenServerUri(URI.create(sandbox.url("google") + "/token"))
            .build();
    return new Gmail.Builder(
            new NetHttpTransport(),
            GsonFactory.getDefaultInstance(),
            new HttpCredentialsAdapter(credentials))
        .setRootUrl(sandbox.url("gmail") + "/")
        .setApplicationName("test")
        .build();
  }

  String put(JsonObject mail) {
    return sandbox.control(HttpMethod.POST, "/gmail/inbound", mail).getString("id");
  }

  static JsonObject mail(String from, String subject) {
    return new JsonObject()
        .put("from", from)
        .put("subject", subject)
        .put("text", "Bună ziua, țară");
  }

  static Message letter(String headers, String body) {
    var raw = (headers + "\r\n\r\n" + body).replace("\n", "\r\n").replace("\r\r", "\r");
    return new Message()
        .setRaw(Base64.getUrlEncoder().encodeToString(raw.getBytes(StandardCharsets.UTF_8)));
  }

  static void refused(Call call, int code, String reason) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            GoogleJsonResponseException.class,
            e -> {
              assertThat(e.getStatusCode()).isEqualTo(code);
              assertThat(e.getDetails().getCode()).isEqualTo(code);
              assertThat(e.getDetails().getErrors().getFirst().getReason()).isEqualTo(reason);
            });
  }

  static Label label(String name) {
    return new Label()
        .setName(name)
        .setLabelListVisibility("labelShow")
        .setMessageListVisibility("show");
  }

  interface Call {
    void run() throws IOException;
  }

  static String attachmentId(MessagePart part) {
    return part.getBody().getAttachmentId();
  }

  static String header(Message message, String name) {
    return message.getPayload().getHeaders().stream()
        .filter(each -> each.getName().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  @Override
  public void close() {
    sandbox.close();
  }

  /** No fault of one test is left for the next. */
  @Override
  public void beforeEach(ExtensionContext test) {
    sandbox.control(HttpMethod.DELETE, "/faults", null);
  }
}

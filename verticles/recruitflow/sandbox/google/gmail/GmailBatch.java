package recruitflow.sandbox.google.gmail;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import recruitflow.sandbox.google.gmail.GmailCall.Answer;
import recruitflow.sandbox.google.mailbox.GmailFailure;

/** Several calls in one multipart/mixed request. Each has its own token and its own answer. */
final class GmailBatch {
  /** Of the answer, which is multipart/mixed too. */
  static final String BOUNDARY = "batch_sandbox";

  private static final int MOST_CALLS = 100;

  private final Function<GmailCall, Answer> api;

  GmailBatch(Function<GmailCall, Answer> api) {
    this.api = api;
  }

  /** The body of the answer; a request that is no batch is refused as a whole. */
  Buffer handle(Buffer body, String contentType, String outerAuthorization) {
    try {
      var parts = new MimeMultipart(new ByteArrayDataSource(body.getBytes(), contentType));
      if (parts.getCount() > MOST_CALLS)
        throw GmailFailure.invalid("Inner request count exceeds the limit");
      var answer = Buffer.buffer();
      for (var i = 0; i < parts.getCount(); i++)
        append(answer, parts.getBodyPart(i), outerAuthorization);
      return answer.appendString("--" + BOUNDARY + "--\r\n");
    } catch (MessagingException | IOException e) {
      throw GmailFailure.invalid("Failed to parse batch request, error: " + e.getMessage());
    }
  }

  private void append(Buffer to, BodyPart part, String outerAuthorization)
      throws MessagingException, IOException {
    if (!part.isMimeType("application/http"))
      throw GmailFailure.invalid("The batch request could not be processed.");
    var answer = api.apply(call(part.getInputStream().readAllBytes(), outerAuthorization));
    var ids = part.getHeader("Content-ID");
    to.appendString("--" + BOUNDARY + "\r\nContent-Type: application/http\r\n");
    if (ids != null) to.appendString("Content-ID: " + echoed(ids[0]) + "\r\n");
    var content = answer.body() == null ? Buffer.buffer() : answer.body().toBuffer();
    to.appendString("\r\nHTTP/1.1 " + answer.status() + " " + reason(answer) + "\r\n");
    to.appendString("Content-Type: application/json; charset=UTF-8\r\n");
    to.appendString("Content-Length: " + content.length() + "\r\n\r\n");
    to.appendBuffer(content).appendString("\r\n");
  }

  private static String echoed(String id) {
    return id.startsWith("<") ? "<response-" + id.substring(1) : "response-" + id;
  }

  private static String reason(Answer answer) {
    return answer.status() < 300 ? "OK" : "Error";
  }

  private static GmailCall call(byte[] content, String outerAuthorization) {
    var text = new String(content, StandardCharsets.ISO_8859_1);
    var end = text.indexOf("\r\n\r\n");
    var head = (end < 0 ? text : text.substring(0, end)).strip().split("\r\n");
    var request = head[0].split(" ");
    if (request.length < 2) throw GmailFailure.invalid("Failed to parse inner request.");
    var headers = MultiMap.caseInsensitiveMultiMap();
    for (var i = 1; i < head.length; i++) {
      var colon = head[i].indexOf(':');
      if (colon > 0)
        headers.add(head[i].substring(0, colon).strip(), head[i].substring(colon + 1).strip());
    }
    var body = end < 0 ? "" : text.substring(end + 4);
    var authorization = headers.get("Authorization");
    return GmailPaths.call(
        HttpMethod.valueOf(request[0]).name(),
        request[1],
        authorization == null ? outerAuthorization : authorization,
        headers.get("Content-Type"),
        Buffer.buffer(body.getBytes(StandardCharsets.ISO_8859_1)));
  }
}

package recruitflow.screening.cvs.mail;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.Base64Variant.PaddingReadBehaviour;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import recruitflow.platform.providers.ProviderFailure;

/**
 * The bytes of a file in Gmail's answer {@code {"data": base64url}}, decoded while they are read: a
 * text of that length is more than a JSON reader takes, and a CV may be as long.
 */
final class GmailContent {
  /** Without a limit of its own for texts: the whole answer is in memory already. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final Base64Variant BASE64URL =
      new Base64Variant("base64url", LETTERS, true, '=', Integer.MAX_VALUE)
          .withReadPadding(PaddingReadBehaviour.PADDING_ALLOWED);

  private GmailContent() {}

  /** The bytes, none when the answer has no data; fails as malformed when it cannot be read. */
  static Buffer of(Buffer answer) {
    try (var in = JSON.createParser(answer.getBytes())) {
      if (in.nextToken() != JsonToken.START_OBJECT) throw malformed();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        var isData = in.currentName().equals("data");
        if (in.nextToken() == JsonToken.VALUE_STRING && isData) {
          return Buffer.buffer(in.getBinaryValue(BASE64URL));
        }
        in.skipChildren();
      }
      return Buffer.buffer();
    } catch (IOException e) {
      throw malformed();
    }
  }

  private static ProviderFailure malformed() {
    return new ProviderFailure.Malformed("gmail", "content is not base64url");
  }
}

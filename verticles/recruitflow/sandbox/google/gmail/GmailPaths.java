package recruitflow.sandbox.google.gmail;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * Reads addresses of the Gmail API, relative or absolute, whatever stands before the API's path.
 */
final class GmailPaths {
  private GmailPaths() {}

  static GmailCall call(
      String method, String address, String authorization, String contentType, Buffer body) {
    var decoder = new QueryStringDecoder(address);
    var query = MultiMap.caseInsensitiveMultiMap();
    decoder.parameters().forEach((name, values) -> query.add(name, values));
    return new GmailCall(method, api(decoder.path()), query, authorization, contentType, body);
  }

  private static String api(String path) {
    var upload = path.indexOf("/upload/gmail/v1/");
    var plain = path.indexOf("/gmail/v1/");
    return upload >= 0 ? path.substring(upload) : plain >= 0 ? path.substring(plain) : path;
  }
}

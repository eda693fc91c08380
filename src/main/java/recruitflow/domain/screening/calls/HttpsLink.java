package recruitflow.domain.screening.calls;

import java.net.URI;

/** A link that a provider gave us and a page shows: only https, and only one that leads away. */
public final class HttpsLink {

  private HttpsLink() {}

  /** The link as it came, or null when a browser must not be sent there. */
  public static String of(String given) {
    if (given == null) return null;
    try {
      var link = URI.create(given);
      var good =
          "https".equalsIgnoreCase(link.getScheme())
              && link.getHost() != null
              && link.getRawUserInfo() == null;
      return good ? given : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}

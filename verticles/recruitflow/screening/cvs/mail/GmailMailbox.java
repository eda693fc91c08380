package recruitflow.screening.cvs.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import recruitflow.platform.providers.GmailSettings;
import recruitflow.platform.providers.GoogleAccess;
import recruitflow.platform.providers.ProviderFailure;

/** Gmail through its API. */
public final class GmailMailbox implements Mailbox {
  private static final String ROOT = "/gmail/v1/users/me";
  private static final int PAGE = 500;
  private static final int MOST_PAGES = 40;
  private static final String RECENT = "newer_than:30d -in:sent -in:drafts -in:chats";

  private final GoogleAccess google;
  private final GmailSettings settings;

  public GmailMailbox(GoogleAccess google, GmailSettings settings) {
    this.google = google;
    this.settings = settings;
  }

  @Override
  public List<MailId> waiting() {
    var done = labelId(settings.processedLabel());
    if (settings.inboxLabel().isBlank()) {
      return list("labelIds=INBOX&labelIds=UNREAD&q=" + query(notProcessed()));
    }
    var inbox = labelId(settings.inboxLabel());
    return done.equals(inbox)
        ? List.of()
        : list("labelIds=" + query(inbox) + "&q=" + query(notProcessed()));
  }

  @Override
  public List<MailId> recent() {
    return list("q=" + query(RECENT));
  }

  @Override
  public Letter read(String messageId) {
    var raw = get("/messages/" + query(messageId) + "?format=full");
    var letter = new GmailLetter(raw);
    return new Letter(letter.mail(part -> content(messageId, part)), raw);
  }

  @Override
  public Buffer attachment(Letter letter, String partId) {
    var id = letter.mail().messageId();
    try {
      return content(id, part(letter.raw(), partId));
    } catch (ProviderFailure.Refused refused) {
      if (refused.status() != 400 && refused.status() != 404) throw refused;
      // The ids of attachments do not last: a fresh look at the mail gives fresh ones.
      return content(id, part(get("/messages/" + query(id) + "?format=full"), partId));
    }
  }

  @Override
  public void markDone(String messageId) {
    var change =
        new JsonObject()
            .put("addLabelIds", new JsonArray().add(labelId(settings.processedLabel())))
            .put("removeLabelIds", new JsonArray().add("UNREAD"));
    google.call(HttpMethod.POST, ROOT + "/messages/" + query(messageId) + "/modify", change);
  }

  private JsonObject part(JsonObject raw, String partId) {
    return new GmailLetter(raw)
        .part(partId)
        .orElseThrow(() -> new ProviderFailure.Malformed("gmail", "lost part " + partId));
  }

  private Buffer content(String messageId, JsonObject part) {
    var body = GmailLetter.object(part, "body");
    if (body.getValue("data") instanceof String data) return decoded(data);
    if (!(body.getValue("attachmentId") instanceof String id)) return Buffer.buffer();
    var path = ROOT + "/messages/" + query(messageId) + "/attachments/" + query(id);
    return GmailContent.of(google.call(HttpMethod.GET, path, null).body());
  }

  private static Buffer decoded(String data) {
    try {
      return Buffer.buffer(GmailLetter.decoded(data));
    } catch (IllegalArgumentException e) {
      throw new ProviderFailure.Malformed("gmail", "content is not base64url");
    }
  }

  private List<MailId> list(String parameters) {
    var found = new ArrayList<MailId>();
    var next = Optional.<String>empty();
    var pages = 0;
    do {
      var from = next.map(token -> "&pageToken=" + query(token)).orElse("");
      var page = get("/messages?maxResults=" + PAGE + "&" + parameters + from);
      for (var each : page.getJsonArray("messages", new JsonArray())) {
        var item = (JsonObject) each;
        found.add(new MailId(item.getString("id"), item.getString("threadId")));
      }
      next = Optional.ofNullable(page.getString("nextPageToken"));
    } while (next.isPresent() && ++pages < MOST_PAGES);
    return found;
  }

  /** The id of a label of that name, which is made if there is none. */
  private String labelId(String name) {
    return find(name)
        .orElseGet(
            () -> {
              var label =
                  new JsonObject()
                      .put("name", name)
                      .put("labelListVisibility", "labelShow")
                      .put("messageListVisibility", "show");
              try {
                return google.call(HttpMethod.POST, ROOT + "/labels", label).json().getString("id");
              } catch (ProviderFailure.Refused refused) {
                return find(name).orElseThrow(() -> refused);
              }
            });
  }

  private Optional<String> find(String name) {
    return get("/labels").getJsonArray("labels", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .filter(label -> name.equalsIgnoreCase(label.getString("name")))
        .map(label -> label.getString("id"))
        .findFirst();
  }

  private String notProcessed() {
    return "-label:" + settings.processedLabel().replaceAll("[\\s/]", "-");
  }

  private JsonObject get(String path) {
    return google.call(HttpMethod.GET, ROOT + path, null).json();
  }

  private static String query(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}

package recruitflow.sandbox.google.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.sandbox.google.gmail.GmailCaller.attachmentId;
import static recruitflow.sandbox.google.gmail.GmailCaller.header;
import static recruitflow.sandbox.google.gmail.GmailCaller.label;
import static recruitflow.sandbox.google.gmail.GmailCaller.mail;
import static recruitflow.sandbox.google.gmail.GmailCaller.refused;

import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.BatchModifyMessagesRequest;
import com.google.api.services.gmail.model.Label;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.ModifyMessageRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.sandbox.RunningSandbox;

class GmailReadingTest {
  @RegisterExtension private static final GmailCaller google = new GmailCaller();
  private static final RunningSandbox sandbox = google.sandbox;
  private static final Gmail gmail = google.gmail;

  @Test
  void an_empty_result_has_no_messages_at_all() throws IOException {
    var found = gmail.users().messages().list("me").setQ("subject:nobody-wrote-this").execute();
    assertThat(found.getMessages()).isNull();
    assertThat(found.getResultSizeEstimate()).isZero();
  }

  @Test
  void a_mail_with_a_cv_is_found_by_label_read_and_its_attachment_fetched() throws IOException {
    var attachment = new JsonObject().put("fileName", "životopis.pdf");
    attachment.put("lines", new JsonArray().add("Jana Nováková"));
    var id =
        google.put(
            mail("jana@example.com", "Můj životopis [RF-17]")
                .put("name", "Jana Nováková")
                .put("attachments", new JsonArray().add(attachment)));

    var found =
        gmail.users().messages().list("me").setQ("label:CVs is:unread from:jana@example.com");
    assertThat(found.execute().getMessages()).extracting(Message::getId).containsExactly(id);

    var full = gmail.users().messages().get("me", id).execute();
    assertThat(full.getLabelIds())
        .contains("INBOX", "UNREAD")
        .anyMatch(l -> l.startsWith("Label_"));
    assertThat(header(full, "Subject")).isEqualTo("Můj životopis [RF-17]");
    assertThat(header(full, "From")).isEqualTo("Jana Nováková <jana@example.com>");
    var parts = full.getPayload().getParts();
    assertThat(new String(parts.getFirst().getBody().decodeData(), StandardCharsets.UTF_8))
        .isEqualTo("Bună ziua, țară");
    var file = parts.getLast();
    assertThat(file.getFilename()).isEqualTo("životopis.pdf");
    assertThat(file.getPartId()).isEqualTo("1");
    assertThat(file.getBody().getData()).isNull();

    var bytes = gmail.users().messages().attachments().get("me", id, attachmentId(file)).execute();
    assertThat(bytes.decodeData()).startsWith("%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
    assertThat(bytes.getSize()).isEqualTo(bytes.decodeData().length);
  }

  @Test
  void the_id_of_an_attachment_is_another_at_each_reading_and_the_old_one_still_works()
      throws IOException {
    var id =
        google.put(
            mail("dan@example.com", "CV")
                .put(
                    "attachments",
                    new JsonArray().add(new JsonObject().put("fileName", "a.docx"))));
    var first =
        attachmentId(
            gmail.users().messages().get("me", id).execute().getPayload().getParts().get(1));
    var second =
        attachmentId(
            gmail.users().messages().get("me", id).execute().getPayload().getParts().get(1));

    assertThat(first).isNotEqualTo(second);
    var attachments = gmail.users().messages().attachments();
    assertThat(attachments.get("me", id, first).execute().decodeData())
        .isEqualTo(attachments.get("me", id, second).execute().decodeData());
    refused(() -> attachments.get("me", id, "ANGjdJnonsense").execute(), 400, "invalidArgument");
  }

  @Test
  void metadata_minimal_and_raw_show_what_they_promise() throws IOException {
    var id = google.put(mail("eva@example.com", "Formats"));
    var messages = gmail.users().messages();

    var metadata =
        messages
            .get("me", id)
            .setFormat("metadata")
            .setMetadataHeaders(List.of("subject"))
            .execute();
    assertThat(metadata.getPayload().getHeaders()).hasSize(1);
    assertThat(header(metadata, "Subject")).isEqualTo("Formats");
    assertThat(messages.get("me", id).setFormat("minimal").execute().getPayload()).isNull();
    var raw = messages.get("me", id).setFormat("raw").execute();
    assertThat(new String(raw.decodeRaw(), StandardCharsets.US_ASCII)).contains("Subject: Formats");
    assertThat(raw.getHistoryId()).isPositive();
    assertThat(raw.getInternalDate()).isEqualTo(sandbox.now().toEpochMilli());
    refused(() -> messages.get("me", "12ab").execute(), 404, "notFound");
    refused(() -> messages.get("me", "no id").execute(), 400, "invalidArgument");
  }

  @Test
  void pages_follow_each_other_without_gap_or_repetition() throws IOException {
    for (var i = 0; i < 7; i++) google.put(mail("page" + i + "@example.com", "Pages of many"));
    var seen = new ArrayList<String>();
    String token = null;
    do {
      var list = gmail.users().messages().list("me").setQ("subject:\"pages of many\"");
      var page = list.setMaxResults(3L).setPageToken(token).execute();
      page.getMessages().forEach(message -> seen.add(message.getId()));
      token = page.getNextPageToken();
    } while (token != null);
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    var bad = gmail.users().messages().list("me").setPageToken("x");
    refused(bad::execute, 400, "invalidArgument");
  }

  @Test
  void labels_move_one_mail_or_many_and_unknown_ones_are_refused() throws IOException {
    var ids =
        List.of(
            google.put(mail("l1@example.com", "Labels")),
            google.put(mail("l2@example.com", "Labels")));
    var done = gmail.users().labels().create("me", label("Done-" + ids.getFirst()));
    var label = done.execute();
    assertThat(label.getId()).startsWith("Label_");

    var change = new ModifyMessageRequest().setAddLabelIds(List.of(label.getId()));
    change.setRemoveLabelIds(List.of("UNREAD"));
    var changed = gmail.users().messages().modify("me", ids.getFirst(), change).execute();
    assertThat(changed.getLabelIds()).contains(label.getId()).doesNotContain("UNREAD");

    var many = new BatchModifyMessagesRequest().setIds(ids).setAddLabelIds(List.of(label.getId()));
    gmail.users().messages().batchModify("me", many).execute();
    var query = "subject:labels label:" + label.getName().toLowerCase() + " is:unread";
    assertThat(gmail.users().messages().list("me").setQ(query).execute().getMessages())
        .extracting(Message::getId)
        .containsExactly(ids.getLast());
    var other = "subject:labels -label:" + label.getName();
    assertThat(gmail.users().messages().list("me").setQ(other).execute().getMessages()).isNull();

    var unknown = new ModifyMessageRequest().setAddLabelIds(List.of("Label_9999"));
    refused(
        () -> gmail.users().messages().modify("me", ids.getFirst(), unknown).execute(),
        400,
        "invalidArgument");
    var nothing = new ModifyMessageRequest();
    refused(
        () -> gmail.users().messages().modify("me", ids.getFirst(), nothing).execute(),
        400,
        "invalidArgument");
    refused(() -> gmail.users().labels().create("me", label("cvs")).execute(), 409, "aborted");
    refused(
        () -> gmail.users().labels().create("me", label("Inbox")).execute(),
        400,
        "invalidArgument");
    assertThat(gmail.users().labels().list("me").execute().getLabels())
        .extracting(Label::getName)
        .contains("INBOX", "CVs", label.getName());
  }
}

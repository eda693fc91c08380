package recruitflow.domain.screening.inbound;

import java.util.Optional;

/** One thing that a WhatsApp webhook tells us. A delivery holds any number of them. */
public sealed interface WhapiEvent {

  /**
   * Words of a candidate: a text, a text with a link, a button pressed, the caption of a medium.
   *
   * @param messageId the provider's id; the same on every delivery
   */
  record Text(String messageId, Sender from, String body) implements WhapiEvent {}

  /**
   * A message of a candidate without words and without a file: a contact card, a place, a sticker.
   *
   * @param kind the provider's word for it
   * @param line its kind and what can be read of it
   */
  record Trace(String messageId, Sender from, String kind, String line) implements WhapiEvent {}

  /** A file of a candidate, still at the provider. */
  record Media(String messageId, Sender from, String type, Medium medium) implements WhapiEvent {

    /** The line that it leaves where it is no CV, beside the words that may have come with it. */
    public Trace trace() {
      return new Trace(traceId(messageId), from, type, line(type, medium.fileName()));
    }

    static String traceId(String messageId) {
      return messageId + ":media";
    }

    static String line(String type, String fileName) {
      return ("[" + type + "] " + fileName).strip();
    }
  }

  /** What became of a message of ours: {@code pending, sent, delivered, read, played, failed}. */
  record Status(String messageId, String status, Optional<String> error) implements WhapiEvent {}

  /** Something that asks for no work, and why. */
  record Ignored(String what, String why) implements WhapiEvent {}

  /**
   * Who wrote.
   *
   * @param address digits of the phone number without plus, or the chat id when WhatsApp hides the
   *     number
   * @param hidden true when the address is no phone number, so that nobody can be found by it
   */
  record Sender(String address, boolean hidden, String displayName) {}

  /**
   * A file as the provider announces it; nothing here is to be believed but the id.
   *
   * @param size bytes as announced, 0 when not said
   */
  record Medium(String id, String fileName, String mimeType, long size) {}
}

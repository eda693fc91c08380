package recruitflow.domain.screening.messages;

/**
 * A text ready to send.
 *
 * @param subject one line; empty for WhatsApp
 */
public record MessageText(String subject, String body) {}

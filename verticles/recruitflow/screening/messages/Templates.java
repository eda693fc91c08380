package recruitflow.screening.messages;

import java.util.Optional;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.messages.DefaultTemplates;
import recruitflow.domain.screening.messages.MessageTemplate;
import recruitflow.domain.screening.messages.MessageType;
import recruitflow.platform.database.Sql;

/** The texts in force: the active template, else the one the house comes with. */
final class Templates {

  private static final String SEED =
      """
      insert into message_templates (message_type, channel, language, subject, body)
      values ($1, $2, $3, $4, $5)
      on conflict (message_type, channel, language) do nothing
      """;

  private static final String ACTIVE =
      """
      select subject, body from message_templates
      where message_type = $1 and channel = $2 and language = $3 and is_active
      """;

  private Templates() {}

  /** Adds the default texts that are missing; never touches one that is there. */
  static void seed(Sql sql) {
    sql.batch(
        SEED,
        DefaultTemplates.all().stream()
            .map(
                text ->
                    new Object[] {
                      text.type().word(),
                      text.channel().word(),
                      text.language(),
                      text.template().subject(),
                      text.template().body()
                    })
            .toList());
  }

  /** In the position's language if there is any text in it, else in English. */
  static Optional<MessageTemplate> find(
      Sql sql, MessageType type, Channel channel, String language) {
    return DefaultTemplates.languages(language).stream()
        .flatMap(
            tried ->
                active(sql, type, channel, tried)
                    .or(() -> DefaultTemplates.in(type, channel, tried))
                    .stream())
        .findFirst();
  }

  private static Optional<MessageTemplate> active(
      Sql sql, MessageType type, Channel channel, String language) {
    return sql.first(
        ACTIVE,
        row -> new MessageTemplate(row.getString("subject"), row.getString("body")),
        type.word(),
        channel.word(),
        language);
  }
}

package recruitflow.sandbox.google.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The text of a Gmail search, read into a test of messages. Terms side by side must all hold; OR
 * and braces ask for one of them, a dash denies. Reading never fails: what is no operator is text
 * to be found, as with Gmail.
 */
final class GmailSearch {
  private static final Pattern TOKEN =
      Pattern.compile("-?(?:[a-zA-Z0-9_]+:)?\"[^\"]*\"?|[{}()]|-[({]|[^\\s{}()]+(?=[\\s{}()]|$)");

  private final List<String> tokens;
  private final GmailTerms terms;
  private int at;

  private GmailSearch(String query, GmailTerms terms) {
    this.tokens = TOKEN.matcher(query).results().map(found -> found.group()).toList();
    this.terms = terms;
  }

  /** Reads the query; spam and trash count only when it names them or {@code everywhere} is set. */
  static Predicate<GmailMail> read(String query, GmailTerms terms, boolean everywhere) {
    var search = new GmailSearch(query, terms);
    Predicate<GmailMail> all = mail -> true;
    while (search.at < search.tokens.size()) {
      all = all.and(search.group(Predicate::and));
      search.at++;
    }
    if (everywhere || namesHiddenPlaces(query)) return all;
    return all.and(mail -> !mail.labels.contains("TRASH") && !mail.labels.contains("SPAM"));
  }

  private static boolean namesHiddenPlaces(String query) {
    return query
        .toLowerCase(Locale.ROOT)
        .matches("(?s).*(?<!-)(?:in|is|label):(?:anywhere|trash|spam)\\b.*");
  }

  /** Reads up to the closing sign, or to the end; stops on the sign itself. */
  private Predicate<GmailMail> group(BinaryOperator<Predicate<GmailMail>> join) {
    var parts = new ArrayList<Predicate<GmailMail>>();
    var either = false;
    for (; at < tokens.size(); at++) {
      var token = tokens.get(at);
      if (token.equals(")") || token.equals("}")) break;
      if (token.equals("OR")) {
        either = !parts.isEmpty();
        continue;
      }
      var term = term(token);
      if (either) term = parts.removeLast().or(term);
      either = false;
      parts.add(term);
    }
    return parts.stream().reduce(join).orElse(mail -> true);
  }

  private Predicate<GmailMail> term(String token) {
    if (token.length() > 1 && token.startsWith("-")) return term(token.substring(1)).negate();
    return switch (token) {
      case "(" -> nested(Predicate::and);
      case "{" -> nested(Predicate::or);
      default -> terms.test(token);
    };
  }

  private Predicate<GmailMail> nested(BinaryOperator<Predicate<GmailMail>> join) {
    at++;
    return group(join);
  }
}

package recruitflow.domain.screening.inbound;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text out of what mails are made of. Never throws, whatever the text. */
public final class MailText {
  private static final int LONGEST = 100_000;
  private static final Pattern UNSEEN =
      Pattern.compile(
          "<(script|style|head|title)\\b[^<>]*>.*?(</\\1\\s*>|$)|<!--.*?(-->|$)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern BREAK =
      Pattern.compile(
          "<(br|/p|/div|/tr|/li|/h[1-6]|/blockquote)\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>|<![^<>]*>");
  private static final Pattern ENTITY =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,6});");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),;:]+@[^\\s<>\"(),;:]+");
  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  private MailText() {}

  /** What a reader would see of an HTML text, lines kept. */
  public static String ofHtml(String html) {
    var cut = html.substring(0, Math.min(html.length(), LONGEST * 5));
    var seen = UNSEEN.matcher(cut).replaceAll(" ");
    var flowing = seen.replaceAll("\\s+", " ");
    var lines = TAG.matcher(BREAK.matcher(flowing).replaceAll("\n")).replaceAll("");
    return tidy(ENTITY.matcher(lines).replaceAll(MailText::entity));
  }

  /** Line ends made equal, blank lines thinned out, NUL dropped, at most 100,000 characters. */
  public static String tidy(String text) {
    var cut = text.substring(0, Math.min(text.length(), LONGEST));
    return Texts.storable(cut)
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[ \\t\\u00A0]+\n", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  /** The address in a From header in lower case, the last one if a name pretends to be another. */
  public static String address(String from) {
    var open = from.lastIndexOf('<');
    var found = ADDRESS.matcher(open < 0 ? from : from.substring(open));
    return found.find() ? Texts.storable(found.group()).toLowerCase(Locale.ROOT) : "";
  }

  private static String entity(MatchResult match) {
    var name = match.group(1).toLowerCase(Locale.ROOT);
    var text = name.startsWith("#") ? character(name.substring(1)) : ENTITIES.get(name);
    return Matcher.quoteReplacement(text == null ? match.group() : text);
  }

  private static String character(String number) {
    var hex = number.startsWith("x");
    var code = hex ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
    var real = Character.isValidCodePoint(code) && (code < 0xD800 || code > 0xDFFF) && code != 0;
    return real ? Character.toString(code) : "\uFFFD";
  }
}

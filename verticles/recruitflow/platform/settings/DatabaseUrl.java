package recruitflow.platform.settings;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where the database is, as libpq writes it: {@code postgres://user:password@host:5432/database},
 * with parameters such as {@code sslmode}, the folder of a socket as host, and passwords of any
 * characters, whether they were escaped or not. It never shows its password.
 *
 * @param host a name, an address, or the folder of a socket, which begins with a slash
 * @param rootCertificate a file with the certificates to trust; empty for those of the JVM
 */
public record DatabaseUrl(
    String host,
    int port,
    String user,
    Secret password,
    String database,
    String sslMode,
    String rootCertificate) {

  private static final List<String> SSL_MODES =
      List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  private static final Pattern FORM =
      Pattern.compile(
          "postgres(?:ql)?://(?:(?<user>[^:@/]*)(?::(?<password>.*))?@)?"
              + "(?<host>\\[[0-9a-fA-F:.]+]|[^:/?@\\[\\]]*)(?::(?<port>\\d{1,5}))?"
              + "(?:/(?<database>[^/?@]*))?(?:\\?(?<query>[^?]*))?",
          Pattern.DOTALL);

  private static final Pattern ESCAPED = Pattern.compile("(?:%[0-9a-fA-F]{2})+");

  /**
   * @throws IllegalArgumentException saying what is wrong, without the text itself
   */
  public static DatabaseUrl of(String text) {
    var found = FORM.matcher(text.strip());
    if (!found.matches()) throw wrong("postgres://user:password@host:5432/database expected");
    var more = parameters(found.group("query"));
    var host = more.getOrDefault("host", decoded(found.group("host"))).replaceAll("[\\[\\]]", "");
    var user = more.getOrDefault("user", decoded(found.group("user")));
    var database = more.getOrDefault("dbname", decoded(found.group("database")));
    var password = more.getOrDefault("password", decoded(found.group("password")));
    var sslMode =
        more.getOrDefault(
            "sslmode", more.getOrDefault("ssl", "").equals("true") ? "require" : "prefer");
    if (!SSL_MODES.contains(sslMode)) throw wrong("sslmode is one of " + SSL_MODES);
    return new DatabaseUrl(
        host.isEmpty() ? "localhost" : host,
        port(more.getOrDefault("port", found.group("port"))),
        user.isEmpty() ? System.getProperty("user.name") : user,
        new Secret(password),
        database.isEmpty() ? user : database,
        isFolder(host) ? "disable" : sslMode,
        more.getOrDefault("sslrootcert", ""));
  }

  private static Map<String, String> parameters(String query) {
    var all = new LinkedHashMap<String, String>();
    for (var pair : (query == null ? "" : query).split("&")) {
      var parts = pair.split("=", 2);
      if (parts.length == 2 && !parts[1].isEmpty()) all.put(parts[0], decoded(parts[1]));
    }
    return all;
  }

  private static int port(String text) {
    if (text == null || text.isEmpty()) return 5432;
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535 || Integer.parseInt(text) == 0)
      throw wrong("the port is a number from 1 to 65535");
    return Integer.parseInt(text);
  }

  /** A percent sign that escapes nothing stands for itself, and a plus always does. */
  private static String decoded(String text) {
    if (text == null) return "";
    return ESCAPED
        .matcher(text)
        .replaceAll(run -> java.util.regex.Matcher.quoteReplacement(bytes(run.group())));
  }

  private static String bytes(String escaped) {
    var bytes = ByteBuffer.allocate(escaped.length() / 3);
    for (var i = 0; i < escaped.length(); i += 3)
      bytes.put((byte) Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
    return new String(bytes.array(), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what);
  }

  private static boolean isFolder(String host) {
    return host.startsWith("/");
  }

  /** True when it is reached by a socket in a folder. */
  public boolean isSocket() {
    return isFolder(host);
  }

  /** The socket's file. */
  public String socketPath() {
    return host + "/.s.PGSQL." + port;
  }

  /** True when the server must prove who it is. */
  public boolean verifies() {
    return sslMode.startsWith("verify");
  }

  /** For the driver that brings the schema up to date; without user and password. */
  public String jdbc(Map<String, String> more) {
    var parameters = new LinkedHashMap<>(more);
    parameters.put("sslmode", sslMode);
    if (!rootCertificate.isEmpty()) parameters.put("sslrootcert", rootCertificate);
    else if (verifies()) parameters.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    var where = isSocket() ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    var url =
        new StringBuilder("jdbc:postgresql://" + where + ":" + port + "/" + escaped(database));
    var sign = '?';
    for (var one : parameters.entrySet()) {
      url.append(sign).append(one.getKey()).append('=').append(escaped(one.getValue()));
      sign = '&';
    }
    return url.toString();
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

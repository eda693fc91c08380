package recruitflow.platform.http;

import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names under which we are known: which hosts are answered, and which web sites' pages are
 * ours. Compared without case, port and a dot at the end; {@code .example.com} means every name
 * below it too.
 */
public final class Hosts {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

  private final List<String> allowed;
  private final List<String> trusted;

  /**
   * @param allowed host names; empty answers all
   * @param trustedOrigins such as {@code https://desk.example.com}
   */
  public Hosts(List<String> allowed, List<String> trustedOrigins) {
    this.allowed = allowed.stream().map(Hosts::name).toList();
    this.trusted = trustedOrigins.stream().map(o -> o.toLowerCase(Locale.ROOT)).toList();
  }

  /** True when a request to this host is answered. */
  boolean serves(HostAndPort host) {
    return allowed.isEmpty() || allowed.contains("*") || isNamed(host);
  }

  /** True when somebody has said that this host is ours. */
  boolean isNamed(HostAndPort host) {
    var name = name(host.host());
    return allowed.stream()
        .anyMatch(
            each ->
                each.equals(name)
                    || each.startsWith(".")
                        && (name.endsWith(each) || name.equals(each.substring(1))));
  }

  /** True for a request that the machine sends to itself, as health checks do. */
  static boolean isThisMachine(HostAndPort host) {
    return THIS_MACHINE.contains(name(host.host()));
  }

  /** True when a page of this origin may use a cookie of ours; absent means that it is no page. */
  public boolean isOurs(String origin, HostAndPort host) {
    if (origin == null || trusted.contains(origin.toLowerCase(Locale.ROOT))) return true;
    try {
      var from = URI.create(origin);
      var usual = "https".equals(from.getScheme()) ? 443 : 80;
      return from.getHost() != null
          && name(from.getHost()).equals(name(host.host()))
          && port(from.getPort(), usual) == port(host.port(), usual);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int port(int given, int usual) {
    return given < 0 ? usual : given;
  }

  private static String name(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[")) return name.substring(1, Math.max(1, name.indexOf(']')));
    if (name.indexOf(':') != name.lastIndexOf(':')) return name;
    name = name.replaceFirst(":[0-9]*$", "");
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}

package recruitflow.platform.settings;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The networks whose word is taken for who a request comes from. Without them {@code Forwarded} and
 * {@code X-Forwarded-For} are what anybody may write, and the peer's own address counts.
 */
public final class TrustedProxies {

  private static final Pattern FOR =
      Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;\\s]*)");
  private static final Pattern WRITTEN_OUT = Pattern.compile("[0-9]+(\\.[0-9]+){3}|.*:.*");
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[(?<six>[^\\]]+)](?::\\d+)?|(?<four>[^:]+):\\d+");

  private final List<IpSubnetFilterRule> networks;

  private TrustedProxies(List<IpSubnetFilterRule> networks) {
    this.networks = networks;
  }

  /** Reads networks such as {@code 10.0.0.0/8}, or single addresses, between commas. */
  public static TrustedProxies read(SettingsReader from, String key) {
    var networks = new ArrayList<IpSubnetFilterRule>();
    for (var text : from.list(key))
      network(text)
          .ifPresentOrElse(
              networks::add,
              () -> from.mistake(key, "a network such as 10.0.0.0/8 expected, not " + text));
    return new TrustedProxies(networks);
  }

  private static Optional<IpSubnetFilterRule> network(String text) {
    var slash = text.indexOf('/');
    var address = literal(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) return Optional.empty();
    try {
      var bits =
          slash < 0
              ? address.get().getAddress().length * 8
              : Integer.parseInt(text.substring(slash + 1));
      return Optional.of(new IpSubnetFilterRule(address.get(), bits, IpFilterRuleType.ACCEPT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The address of whoever asks: the nearest one that is not a trusted proxy's. */
  public String client(SocketAddress peer, MultiMap headers) {
    var nearest = literal(String.valueOf(peer.hostAddress()));
    if (nearest.isEmpty()) return String.valueOf(peer.hostAddress());
    return behind(nearest.get(), headers).getHostAddress();
  }

  private InetAddress behind(InetAddress peer, MultiMap headers) {
    if (!trusted(peer)) return peer;
    var old = headers.contains("X-Forwarded-For");
    var standard = headers.contains("Forwarded");
    var byOld = nearest(peer, elements(headers.getAll("X-Forwarded-For")));
    var byStandard =
        nearest(peer, elements(headers.getAll("Forwarded")).map(TrustedProxies::forOf));
    // A proxy writes one of them; the other one, when it differs, came from the client.
    if (old && standard) return byOld.equals(byStandard) ? byOld : peer;
    return old ? byOld : byStandard;
  }

  private InetAddress nearest(InetAddress peer, Stream<String> hops) {
    var now = peer;
    for (var hop : hops.toList().reversed()) {
      var address = literal(withoutPort(hop));
      if (address.isEmpty()) return now;
      now = address.get();
      if (!trusted(now)) return now;
    }
    return now;
  }

  private static Stream<String> elements(List<String> headers) {
    return headers.stream().flatMap(header -> Stream.of(header.split(",", -1)));
  }

  private static String forOf(String element) {
    var found = FOR.matcher(element);
    return found.find() ? found.group(1).replace("\"", "") : "";
  }

  private static String withoutPort(String hop) {
    var found = WITH_PORT.matcher(hop.strip());
    if (!found.matches()) return hop;
    return found.group("six") != null ? found.group("six") : found.group("four");
  }

  private boolean trusted(InetAddress address) {
    return networks.stream().anyMatch(n -> n.matches(new InetSocketAddress(address, 0)));
  }

  /** Never a name, which would be looked up, and never short for something else. */
  private static Optional<InetAddress> literal(String text) {
    if (!WRITTEN_OUT.matcher(text.strip()).matches()) return Optional.empty();
    try {
      return Optional.of(InetAddress.ofLiteral(text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

package recruitflow.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

  private static final TrustedProxies PROXIES = read("10.0.0.0/8, 192.168.1.7,fd00::/8");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // peer | X-Forwarded-For | Forwarded | who it is
        "203.0.113.5 | 198.51.100.1 | - | 203.0.113.5", // nobody we trust may say what he likes
        "10.1.2.3 | - | - | 10.1.2.3",
        "10.1.2.3 | 198.51.100.1 | - | 198.51.100.1",
        "::ffff:10.1.2.3 | 198.51.100.1 | - | 198.51.100.1",
        "10.1.2.3 | 1.1.1.1, 198.51.100.1 | - | 198.51.100.1", // the left one is the client's word
        "10.1.2.3 | 1.1.1.1, 198.51.100.1, 192.168.1.7 | - | 198.51.100.1",
        "10.1.2.3 | 198.51.100.1, 192.168.1.8 | - | 192.168.1.8",
        "10.1.2.3 | 198.51.100.1:4711 | - | 198.51.100.1",
        "10.1.2.3 | 10.9.9.9 | - | 10.9.9.9",
        "10.1.2.3 | 198.51.100.1, nonsense | - | 10.1.2.3",
        "10.1.2.3 | 198.51.100.1, | - | 10.1.2.3",
        "10.1.2.3 | example.org | - | 10.1.2.3", // never looked up
        "fd00::1 | 2001:db8::7 | - | 2001:db8:0:0:0:0:0:7",
        "10.1.2.3 | - | for=198.51.100.1;proto=https | 198.51.100.1",
        "10.1.2.3 | - | For=\"[2001:db8::7]:4711\" | 2001:db8:0:0:0:0:0:7",
        "10.1.2.3 | - | for=1.1.1.1, by=10.0.0.1;for=198.51.100.1 | 198.51.100.1",
        "10.1.2.3 | - | for=_hidden | 10.1.2.3",
        "10.1.2.3 | 198.51.100.1 | for=198.51.100.1 | 198.51.100.1",
        "10.1.2.3 | 1.1.1.1 | for=198.51.100.1 | 10.1.2.3", // one of them was not the proxy's
      })
  void who_asks(String peer, String forwardedFor, String forwarded, String expected) {
    var headers = MultiMap.caseInsensitiveMultiMap();
    if (forwardedFor != null) headers.add("X-Forwarded-For", forwardedFor);
    if (forwarded != null) headers.add("Forwarded", forwarded);
    assertThat(PROXIES.client(SocketAddress.inetSocketAddress(1, peer), headers))
        .isEqualTo(expected);
  }

  @Test
  void headers_that_came_twice_are_read_in_their_order() {
    var headers = MultiMap.caseInsensitiveMultiMap();
    headers.add("X-Forwarded-For", "1.1.1.1").add("x-forwarded-for", "198.51.100.1");
    assertThat(PROXIES.client(SocketAddress.inetSocketAddress(1, "10.1.2.3"), headers))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void what_is_no_network_is_a_mistake_that_names_it() {
    for (var wrong : new String[] {"10.0.0.0/33", "proxy.example.org", "10.0.0/8", "/8", "::/129"})
      assertThatThrownBy(() -> read(wrong))
          .hasMessageContaining("TRUSTED_PROXIES")
          .hasMessageContaining(wrong);
  }

  private static TrustedProxies read(String value) {
    var reader = SettingsReader.of(Map.of("TRUSTED_PROXIES", value));
    var proxies = TrustedProxies.read(reader, "TRUSTED_PROXIES");
    reader.require();
    return proxies;
  }
}

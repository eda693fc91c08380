package recruitflow.platform.bell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelegramTest {

  private static List<Signal> arrived(List<String> payloads) {
    return payloads.stream().flatMap(p -> Telegram.decode(p).signals().stream()).toList();
  }

  @Test
  void ten_thousand_changes_travel_in_payloads_that_postgresql_takes_and_arrive_once() {
    var told = new ArrayList<Signal>();
    for (var id = 0; id < 10_000; id++) {
      told.add(new Signal.Change(id % 3 == 0 ? "application" : "call", "" + (id + 1_000_000)));
      if (id % 100 == 0) told.add(new Signal.Ring("kind-" + id));
    }
    var payloads = Telegram.encode("us", told);
    assertThat(payloads).allMatch(payload -> payload.getBytes(UTF_8).length < 8000);
    assertThat(payloads).hasSizeLessThan(20);
    assertThat(arrived(payloads)).containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void names_that_take_many_bytes_are_counted_in_bytes() {
    var told = new ArrayList<Signal>();
    for (var n = 0; n < 300; n++) told.add(new Signal.Change("\"ă😀\n".repeat(20) + n, "\\" + n));
    var payloads = Telegram.encode("us", told);
    assertThat(payloads).allMatch(payload -> payload.getBytes(UTF_8).length < 8000);
    assertThat(arrived(payloads)).containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void nothing_is_nothing_and_says_from_whom_it_comes() {
    assertThat(Telegram.encode("us", List.of())).isEmpty();
    var payload = Telegram.encode("us", List.of(new Signal.Ring("a"))).getFirst();
    assertThat(Telegram.decode(payload).from()).isEqualTo("us");
  }
}

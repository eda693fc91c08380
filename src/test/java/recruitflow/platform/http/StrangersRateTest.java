package recruitflow.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrangersRateTest {

  @Test
  void one_address_is_stopped_for_the_rest_of_its_second_and_no_other() {
    var rate = new StrangersRate(null);
    for (var i = 0; i < StrangersRate.MOST_IN_A_SECOND; i++)
      assertThat(rate.allows("10.0.0.1", 7)).isTrue();
    assertThat(rate.allows("10.0.0.1", 7)).isFalse();
    assertThat(rate.allows("10.0.0.2", 7)).isTrue();
    assertThat(rate.allows("10.0.0.1", 8)).isTrue();
  }
}

package recruitflow.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.platform.operations.documents.Schemas;

class PlainInputTest {

  record Asked(
      @Min(1) @Max(9) long id,
      @NotNull @Size(min = 2, max = 3) String name,
      @Pattern(regexp = "[a-z]+") String word,
      List<Long> ids,
      Boolean yes) {}

  private static boolean fits(String json) {
    return PlainInput.of(new Schemas().input(Asked.class)).surelyFits(new JsonObject(json));
  }

  @Test
  void what_is_simple_and_right_surely_fits() {
    assertThat(fits("{'id': 1, 'name': 'ab'}".replace('\'', '"'))).isTrue();
    assertThat(fits("{'id': 9, 'name': 'abc', 'yes': true}".replace('\'', '"'))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'id': 1}",
        "{'id': 0, 'name': 'ab'}",
        "{'id': 10, 'name': 'ab'}",
        "{'id': 1.0, 'name': 'ab'}",
        "{'id': '1', 'name': 'ab'}",
        "{'id': 1, 'name': 'a'}",
        "{'id': 1, 'name': '😀'}",
        "{'id': 1, 'name': 'abcd'}",
        "{'id': 1, 'name': 5}",
        "{'id': 1, 'name': 'ab', 'word': 'abc'}",
        "{'id': 1, 'name': 'ab', 'ids': [1]}",
        "{'id': 1, 'name': 'ab', 'yes': 'true'}",
        "{'id': 1, 'name': 'ab', 'other': 1}",
        "{'id': 1, 'name': null}"
      })
  void whatever_is_wrong_or_not_simple_is_left_to_the_validator(String json) {
    assertThat(fits(json.replace('\'', '"'))).isFalse();
  }
}

package recruitflow.platform.llm;

import java.util.LinkedHashMap;
import java.util.Map;
import recruitflow.platform.settings.Secret;
import recruitflow.platform.settings.SettingsReader;

/** Language models; prices by model. */
public record ModelSettings(
    String apiUrl,
    Secret apiKey,
    String model,
    String fastModel,
    int maxTokens,
    Map<String, Price> prices) {

  private static final String PRICES = "ANTHROPIC_PRICES_MICROS_PER_MTOK";

  /** Millionths of a dollar per million tokens. */
  public record Price(long input, long output) {}

  /** True when a model can be asked. */
  public boolean configured() {
    return !apiKey.isEmpty();
  }

  public static ModelSettings read(SettingsReader from) {
    return new ModelSettings(
        from.text("ANTHROPIC_API_URL"),
        from.secret("ANTHROPIC_API_KEY"),
        from.text("ANTHROPIC_MODEL"),
        from.text("ANTHROPIC_FAST_MODEL"),
        from.number("ANTHROPIC_MAX_TOKENS", 256, 200_000),
        prices(from));
  }

  private static Map<String, Price> prices(SettingsReader from) {
    var prices = new LinkedHashMap<String, Price>();
    for (var entry : from.list(PRICES)) {
      var parts = entry.split("[=/]");
      try {
        prices.put(parts[0], new Price(Long.parseLong(parts[1]), Long.parseLong(parts[2])));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        from.mistake(PRICES, "model=input/output expected: " + entry);
      }
    }
    return Map.copyOf(prices);
  }
}

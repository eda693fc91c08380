package recruitflow.platform.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Hands out the values of {@code config/application.yaml}, the environment first. The platform and
 * each feature read their own; what is wrong is gathered and told all at once by {@link #require}.
 */
public final class SettingsReader {

  /** Says all that is wrong with the configuration, one line a key. */
  public static final class BadSettings extends RuntimeException {
    BadSettings(List<String> mistakes) {
      super("The configuration has mistakes:\n  " + String.join("\n  ", mistakes));
    }
  }

  private final Map<String, String> manual;
  private final Map<String, String> environment;
  private final boolean live;
  private final List<String> mistakes = new ArrayList<>();

  private SettingsReader(
      Map<String, String> manual, Map<String, String> environment, boolean live) {
    this.manual = manual;
    this.environment = environment;
    this.live = live;
  }

  /**
   * @param environment usually {@code System.getenv()}; unknown names are ignored
   */
  public static SettingsReader of(Map<String, String> environment) {
    var read = new SettingsReader(manual(), Map.copyOf(environment), false);
    var live =
        Arrays.stream(Provider.values())
            .flatMap(provider -> provider.account().stream())
            .anyMatch(key -> !read.text(key).isEmpty());
    return new SettingsReader(read.manual, read.environment, live);
  }

  /** A fresh reader with other defaults; what the environment says still wins. */
  public SettingsReader withDefaults(Map<String, String> defaults) {
    return new SettingsReader(joined(manual, defaults), environment, live);
  }

  /** A fresh reader in which these values win over everything. */
  public SettingsReader with(Map<String, String> values) {
    return new SettingsReader(manual, joined(environment, values), live);
  }

  private static Map<String, String> joined(Map<String, String> less, Map<String, String> more) {
    var all = new HashMap<>(less);
    all.putAll(more);
    return all;
  }

  private static Map<String, String> manual() {
    try {
      var beside = Path.of("config", "application.yaml");
      var yaml = new YAMLMapper();
      var type = new TypeReference<Map<String, String>>() {};
      if (Files.exists(beside)) return yaml.readValue(beside.toFile(), type);
      try (var inside = SettingsReader.class.getResourceAsStream("/config/application.yaml")) {
        return yaml.readValue(inside, type);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("config/application.yaml cannot be read", e);
    }
  }

  /**
   * @throws BadSettings with all mistakes that were met so far
   */
  public void require() {
    if (!mistakes.isEmpty()) throw new BadSettings(mistakes.stream().distinct().toList());
  }

  /** Notes what is wrong with a key; the start goes on so that all mistakes are told. */
  public void mistake(String key, String what) {
    mistakes.add(key + ": " + what);
  }

  /** True when people set anything of a provider's; with nothing the sandbox plays them all. */
  public boolean isLive() {
    return live;
  }

  /** True when everything is there that this provider needs. */
  public boolean configured(Provider provider) {
    return provider.keys().stream().noneMatch(key -> text(key).isEmpty());
  }

  /** Notes what is missing of a provider of which something was set. */
  public void requireWhole(Provider provider) {
    var there = provider.account().stream().filter(key -> !text(key).isEmpty()).findFirst();
    if (there.isEmpty()) return;
    for (var key : provider.keys())
      if (text(key).isEmpty()) mistake(key, "needed with " + there.get());
  }

  /** The value, empty when there is none. */
  public String text(String key) {
    var value = environment.getOrDefault(key, manual.get(key));
    return value == null ? "" : value.strip();
  }

  /** The same for what must not be shown. */
  public Secret secret(String key) {
    return new Secret(text(key));
  }

  /** The values between commas. */
  public List<String> list(String key) {
    return Arrays.stream(text(key).split(","))
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /** A whole number from low to high. */
  public int number(String key, int low, int high) {
    int value = parse(key, Integer::parseInt, low, "a whole number");
    if (value < low || value > high) mistake(key, "between " + low + " and " + high);
    return value;
  }

  /** A number from low to high. */
  public double decimal(String key, double low, double high) {
    double value = parse(key, Double::parseDouble, low, "a number");
    if (!(value >= low && value <= high)) mistake(key, "between " + low + " and " + high);
    return value;
  }

  public Duration seconds(String key, int low, int high) {
    return Duration.ofSeconds(number(key, low, high));
  }

  public Duration minutes(String key, int low, int high) {
    return Duration.ofMinutes(number(key, low, high));
  }

  public Duration days(String key, int low, int high) {
    return Duration.ofDays(number(key, low, high));
  }

  /** True or false; empty is false. */
  public boolean flag(String key) {
    var value = text(key).toLowerCase(java.util.Locale.ROOT);
    if (!List.of("true", "false", "").contains(value)) mistake(key, "true or false expected");
    return value.equals("true");
  }

  /**
   * Anything else.
   *
   * @param instead what to go on with when it cannot be read
   * @param expected what should stand there, for people
   */
  public <T> T parse(String key, Function<String, T> parser, T instead, String expected) {
    try {
      return parser.apply(text(key));
    } catch (IllegalArgumentException | DateTimeException e) {
      mistake(key, expected + " expected, not \"" + text(key) + "\"");
      return instead;
    }
  }
}

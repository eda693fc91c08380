package recruitflow.platform.settings;

/** A value that never shows in a log. */
public record Secret(String value) {

  /** True when nothing was configured. */
  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public String toString() {
    return isEmpty() ? "(empty)" : "****";
  }
}

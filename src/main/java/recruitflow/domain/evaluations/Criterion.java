package recruitflow.domain.evaluations;

/** Something a candidate must meet; the key is stable while the text may be edited. */
public record Criterion(String key, String text) {}

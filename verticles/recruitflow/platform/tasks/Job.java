package recruitflow.platform.tasks;

import java.time.Duration;

/**
 * Work started by time.
 *
 * @param every business time between the end of one run and the next
 * @param sentence what it does, for the jobs screen
 */
public record Job(String name, Duration every, String sentence) {

  /** Begins a definition; the rhythm is an hour until told otherwise. */
  public static Job named(String name) {
    return new Job(name, Duration.ofHours(1), "");
  }

  /** The same with another rhythm. */
  public Job every(Duration newEvery) {
    return new Job(name, newEvery, sentence);
  }

  /** The same with a sentence. */
  public Job says(String newSentence) {
    return new Job(name, every, newSentence);
  }

  String kind() {
    return "jobs." + name;
  }
}

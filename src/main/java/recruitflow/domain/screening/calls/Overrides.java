package recruitflow.domain.screening.calls;

import java.util.regex.Pattern;

/**
 * Each call carries the position's own prompt and first words. An agent whose settings forbid that
 * fails every call, some when it is asked for, some only when somebody has picked up.
 */
public final class Overrides {
  /** What a person has to do. */
  public static final String HINT =
      "\"Allow Overrides\" must be switched on for the prompt and the first message in the agent's"
          + " security settings at ElevenLabs.";

  private static final Pattern FORBIDDEN =
      Pattern.compile("\\boverrid(?:e|es|ing|den)\\b", Pattern.CASE_INSENSITIVE);

  private Overrides() {}

  /** Whether the provider's words about a failure, or null, say so. */
  public static boolean areForbidden(String words) {
    return words != null && FORBIDDEN.matcher(words.replace('_', ' ')).find();
  }
}

package recruitflow.domain.screening.evaluations;

/**
 * What a language model is asked.
 *
 * @param system our own words and the recruiters'
 * @param user the fenced words of everybody else
 * @param schema JSON Schema that the answer must fit
 * @param version changes with the wording, so that old answers stay explainable
 */
public record Prompt(String system, String user, String schema, String version) {}

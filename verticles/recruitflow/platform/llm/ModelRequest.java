package recruitflow.platform.llm;

/**
 * A question to a language model.
 *
 * @param version of the prompt's wording
 * @param system our words
 * @param user everybody else's, fenced
 * @param schema JSON Schema that the answer must fit; null for plain text
 * @param candidateId whom it is about, so that the log can be erased with them; null for nobody
 */
public record ModelRequest(
    Purpose purpose, String version, String system, String user, String schema, Long candidateId) {}

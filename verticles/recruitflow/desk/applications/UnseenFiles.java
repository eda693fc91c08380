package recruitflow.desk.applications;

/** Files that may be the awaited CV and that no person has looked at yet. */
public final class UnseenFiles {
  /**
   * A condition for statements over applications {@code a}: the candidate sent such a file, so that
   * nobody is to be reminded or closed as if nothing had come.
   */
  public static final String WAIT =
      """
      exists (select 1 from unmatched_inbound i
              join applications fa on fa.id = i.application_id
              join candidates fc on fc.id = fa.candidate_id
              where coalesce(fc.merged_into_id, fc.id) = a.candidate_id and not i.resolved)\
      """;

  private UnseenFiles() {}
}

package recruitflow.platform.operations;

/** What a user may do. A user may have several; none implies another. */
public enum Role {
  ADMIN,
  RECRUITER,
  SEEKER
}

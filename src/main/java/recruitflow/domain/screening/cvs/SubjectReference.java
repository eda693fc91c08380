package recruitflow.domain.screening.cvs;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a mail's subject names: an application by RF-12, [RF-12] or #12, a candidate by C-12. */
public sealed interface SubjectReference {

  /** An application of ours. */
  record ToApplication(long id) implements SubjectReference {}

  /** A candidate of ours. */
  record ToCandidate(long id) implements SubjectReference {}

  /** All references in a subject, in order; a bare number or a part of a longer word is none. */
  static Set<SubjectReference> in(String subject) {
    var found = new LinkedHashSet<SubjectReference>();
    var matcher = Form.REFERENCE.matcher(subject == null ? "" : subject);
    while (matcher.find()) {
      var id = Long.parseLong(matcher.group("id"));
      var candidate = matcher.group("mark").equalsIgnoreCase("C-");
      if (id > 0) found.add(candidate ? new ToCandidate(id) : new ToApplication(id));
    }
    return found;
  }

  /** The written form: not inside a word, ids of at most 15 digits. */
  final class Form {
    private static final Pattern REFERENCE =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}_#-])(?<mark>RF-|C-|#)(?<id>[0-9]{1,15})(?![\\p{L}\\p{N}_-])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Form() {}
  }
}

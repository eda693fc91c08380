package recruitflow.domain.screening.leads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recruitflow.domain.desk.candidates.EmailAddress;

/** Whose phone numbers and addresses are known, to tell who may be the same person. */
public final class Contacts {
  private static final int MOST_MATCHES = 3;

  private final Map<String, Set<Other>> byPhone = new HashMap<>();
  private final Map<String, Set<Other>> byEmail = new HashMap<>();

  /**
   * Somebody else: a candidate of ours, or a row further up in the same file.
   *
   * @param candidateId null for a row of the file
   * @param leadId null for a candidate of ours
   */
  public record Other(Long candidateId, String leadId, String name) {}

  /** Somebody else with the same number or address. */
  public record Match(Other other, MatchedOn on) {}

  /** Knows a candidate; blank numbers and addresses are nobody's. */
  public void add(Other other, List<String> phones, String email) {
    phones.forEach(phone -> put(byPhone, phone, other));
    put(byEmail, email == null ? "" : EmailAddress.key(email), other);
  }

  void add(Lead lead) {
    add(
        new Other(null, lead.leadId(), lead.name().full()),
        List.of(lead.phone().key()),
        lead.email());
  }

  private static void put(Map<String, Set<Other>> index, String key, Other other) {
    if (key != null && !key.isBlank()) {
      var others = index.computeIfAbsent(key, _ -> new LinkedHashSet<>());
      if (others.size() < MOST_MATCHES) {
        others.add(other);
      }
    }
  }

  /** Those with the same number or address, the surest first, at most three. */
  List<Match> matching(Lead lead) {
    var found = new LinkedHashMap<Other, MatchedOn>();
    var phone = lead.phone().key();
    byPhone.getOrDefault(phone, Set.of()).forEach(other -> found.put(other, MatchedOn.PHONE));
    for (var other : byEmail.getOrDefault(EmailAddress.key(lead.email()), Set.of())) {
      found.merge(other, MatchedOn.EMAIL, (_, _) -> MatchedOn.BOTH);
    }
    var matches = new ArrayList<Match>();
    found.forEach((other, on) -> matches.add(new Match(other, on)));
    matches.sort((a, b) -> b.on().compareTo(a.on()));
    return List.copyOf(matches.subList(0, Math.min(MOST_MATCHES, matches.size())));
  }
}

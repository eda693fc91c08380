package recruitflow.domain.screening.leads;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What importing these rows would do, row by row. The preview shows it and the confirmation does
 * it, so both say the same.
 *
 * @param creates new candidates by lead id, each as the last of its rows leaves it
 * @param updates known candidates by lead id, each as the last of its rows leaves it
 * @param applications lead ids of those who get an application
 */
public record ImportPlan(
    List<Step> steps,
    SequencedMap<String, Lead> creates,
    SequencedMap<String, Lead> updates,
    Collection<String> applications) {

  /** What becomes of one row. */
  public enum Effect {
    CREATE,
    UPDATE,
    /** Nobody to import: a test lead. */
    SKIP,
    REFUSE
  }

  /**
   * One row, its effect, whom a new candidate may be the same person as, and what the row would
   * undo if a person had not put it right by hand.
   */
  public record Step(LeadRow row, Effect effect, List<Contacts.Match> matches, List<Kept> kept) {
    Step(LeadRow row, Effect effect) {
      this(row, effect, List.of(), List.of());
    }
  }

  /** A value that stays, corrected by hand, and what the file has instead. */
  public record Kept(LeadField field, String stored, String inFile) {}

  /**
   * A lead id that is known already.
   *
   * @param merged the record was merged into another one and is not updated any more
   * @param applied there is an application to the chosen position
   * @param corrected what a person has put right by hand
   */
  public record Known(boolean merged, boolean applied, Map<LeadField, String> corrected) {
    public Known {
      corrected = Map.copyOf(corrected);
    }

    List<Kept> kept(Lead lead) {
      var kept = new ArrayList<Kept>();
      add(kept, LeadField.FULL_NAME, lead.name().full());
      add(kept, LeadField.PHONE_NUMBER, lead.phone().shown());
      add(kept, LeadField.EMAIL, lead.email());
      return List.copyOf(kept);
    }

    private void add(List<Kept> kept, LeadField field, String inFile) {
      var stored = corrected.get(field);
      if (stored != null && !inFile.isBlank() && !stored.equals(inFile)) {
        kept.add(new Kept(field, stored, inFile));
      }
    }
  }

  /** Plans the import of these rows. */
  public static ImportPlan of(List<LeadRow> rows, Map<String, Known> known, Contacts contacts) {
    var plan = new Planning(known, contacts);
    rows.forEach(plan::add);
    return new ImportPlan(
        List.copyOf(plan.steps), plan.creates, plan.updates, List.copyOf(plan.applications));
  }

  /** How many rows have that effect. */
  public int count(Effect effect) {
    return (int) steps.stream().filter(step -> step.effect() == effect).count();
  }

  /** Rows of people who have an application to the position already. */
  public int applicationsSkipped() {
    return count(Effect.CREATE) + count(Effect.UPDATE) - applications.size();
  }

  /** New candidates who may be somebody known. */
  public int possibleDuplicates() {
    return (int) steps.stream().filter(step -> !step.matches().isEmpty()).count();
  }

  private static final class Planning {
    private final Map<String, Known> known;
    private final Contacts contacts;
    private final List<Step> steps = new ArrayList<>();
    private final SequencedMap<String, Lead> creates = new LinkedHashMap<>();
    private final SequencedMap<String, Lead> updates = new LinkedHashMap<>();
    private final List<String> applications = new ArrayList<>();
    private final HashSet<String> seen = new HashSet<>();

    Planning(Map<String, Known> known, Contacts contacts) {
      this.known = known;
      this.contacts = contacts;
    }

    void add(LeadRow row) {
      steps.add(
          switch (row) {
            case LeadRow.Usable usable -> usable(usable);
            case LeadRow.Skipped _ -> new Step(row, Effect.SKIP);
            case LeadRow.Refused _ -> new Step(row, Effect.REFUSE);
          });
    }

    private Step usable(LeadRow.Usable row) {
      var lead = row.lead();
      boolean first = seen.add(lead.leadId());
      var before = known.get(lead.leadId());
      if (first && (before == null || !before.applied())) {
        applications.add(lead.leadId());
      }
      return before == null ? unknown(row, lead, first) : known(row, lead, before);
    }

    private Step unknown(LeadRow row, Lead lead, boolean first) {
      creates.merge(lead.leadId(), lead, (earlier, later) -> later.over(earlier));
      if (!first) {
        return new Step(row, Effect.UPDATE);
      }
      var matches = contacts.matching(lead);
      contacts.add(lead);
      return new Step(row, Effect.CREATE, matches, List.of());
    }

    private Step known(LeadRow row, Lead lead, Known before) {
      if (!before.merged()) {
        updates.merge(lead.leadId(), lead, (earlier, later) -> later.over(earlier));
        return new Step(row, Effect.UPDATE, List.of(), before.kept(lead));
      }
      return new Step(row, Effect.UPDATE);
    }
  }
}

package recruitflow.sandbox.faults;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The faults that are switched on; those with a count are used up. The first that fits is taken.
 */
public final class Faults {
  private static final class Rule {
    private final Fault fault;
    private int left;

    private Rule(Fault fault) {
      this.fault = fault;
      this.left = fault.count() == null ? Integer.MAX_VALUE : fault.count();
    }
  }

  private final List<Rule> rules = new ArrayList<>();

  public void add(Fault fault) {
    rules.add(new Rule(fault));
  }

  public void clear() {
    rules.clear();
  }

  /** The fault to be played on this request; takes one off its count. */
  public Optional<Fault> onRequest(String provider, String method, String path) {
    return take(fault -> fault.concernsRequest(provider, method, path));
  }

  /** The fault to be played on a webhook of this provider; takes one off its count. */
  public Optional<Fault> onWebhook(String provider) {
    return take(fault -> fault.kind().startsWith("webhook_") && fault.provider().equals(provider));
  }

  /** Whether a stand-in's peculiarity is on; takes one off its count. */
  public boolean takeSwitch(String provider, String name) {
    return take(fault ->
            fault.kind().equals("switch")
                && fault.provider().equals(provider)
                && name.equals(fault.name()))
        .isPresent();
  }

  /** What is on, with what is left of it. */
  public List<Fault> all() {
    return rules.stream().map(rule -> rule.fault).toList();
  }

  private Optional<Fault> take(Predicate<Fault> fits) {
    for (Iterator<Rule> each = rules.iterator(); each.hasNext(); ) {
      var rule = each.next();
      if (!fits.test(rule.fault)) continue;
      if (--rule.left == 0) each.remove();
      return Optional.of(rule.fault);
    }
    return Optional.empty();
  }
}

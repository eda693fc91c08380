package recruitflow.domain.desk.candidates;

import java.util.Optional;

/**
 * What was typed as a phone number, and what may be made of it. Nothing is ever read as the number
 * of a country that was not written and is not the region's own; what is doubtful stays as it was
 * typed.
 *
 * @param shown what is stored and shown: the digits where they say all, else as it was typed
 * @param number null when nothing is dialled
 * @param extension to be asked for once somebody answers, never dialled; empty for none
 * @param doubt why nothing is dialled; null when there is a number, and when nothing was typed
 * @param suggestion what may have been meant, for a person to decide; null for none
 */
public record PhoneReading(
    String shown, PhoneNumber number, String extension, PhoneDoubt doubt, String suggestion) {

  /**
   * Reads any spelling; 0722…, +40722…, 0040722… and 40722… are the same number in region RO.
   *
   * @param region where a number without country code belongs, such as RO
   */
  public static PhoneReading of(String raw, String region) {
    var text = PhoneText.of(raw);
    if (text.doubt() != null) {
      return doubtful(text, text.doubt(), null);
    }
    if (text.number().isEmpty()) {
      return text.shown().isEmpty()
          ? new PhoneReading("", null, "", null, null)
          : doubtful(text, PhoneDoubt.NOT_DIGITS, null);
    }
    return NumberingPlan.find(text.number(), region)
        .map(
            found ->
                NumberingPlan.kindDoubt(found)
                    .map(doubt -> doubtful(text, doubt, null))
                    .orElseGet(() -> dialable(text, NumberingPlan.e164(found))))
        .orElseGet(() -> unknown(text, region));
  }

  private static PhoneReading dialable(PhoneText text, String e164) {
    var shown = text.extension().isEmpty() ? text.number() : text.shown();
    return new PhoneReading(shown, new PhoneNumber(e164), text.extension(), null, null);
  }

  private static PhoneReading unknown(PhoneText text, String region) {
    var suggestion = NumberingPlan.suggestion(text.number());
    return suggestion
        .map(meant -> doubtful(text, PhoneDoubt.COUNTRY_UNCLEAR, meant))
        .orElseGet(() -> doubtful(text, NumberingPlan.absence(text.number(), region), null));
  }

  private static PhoneReading doubtful(PhoneText text, PhoneDoubt doubt, String suggestion) {
    return new PhoneReading(text.shown(), null, text.extension(), doubt, suggestion);
  }

  /** The suggestion for a number that was kept as it was shown, or null. */
  public static String suggestion(PhoneDoubt doubt, String shown) {
    return doubt == PhoneDoubt.COUNTRY_UNCLEAR
        ? NumberingPlan.suggestion(PhoneText.of(shown).number()).orElse(null)
        : null;
  }

  /** The number in international form, or null when nothing is dialled. */
  public String e164() {
    return number == null ? null : number.e164();
  }

  /** Nothing was typed. */
  public boolean isEmpty() {
    return shown.isEmpty();
  }

  /** What two spellings of one number have in common; empty for none. */
  public String key() {
    return number == null ? PhoneNumber.clean(shown) : number.e164();
  }

  /** The number that can be dialled, if any. */
  public Optional<PhoneNumber> dialable() {
    return Optional.ofNullable(number);
  }
}

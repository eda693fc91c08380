package recruitflow.desk.candidates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import recruitflow.desk.candidates.CandidateOperations.Candidate;
import recruitflow.domain.desk.candidates.EmailAddress;
import recruitflow.domain.desk.candidates.FullName;
import recruitflow.domain.desk.candidates.PhoneNumber;
import recruitflow.domain.desk.candidates.PhoneReading;
import recruitflow.domain.desk.candidates.SearchText;

/** What a recruiter enters about a candidate, cleaned for storing. */
record ContactFields(
    FullName name,
    String phone,
    String phoneE164,
    String phoneDoubt,
    String email,
    String whatsapp,
    String notes) {

  /** As typed; nothing is null. */
  record Typed(FullName name, String phone, String email, String whatsapp, String notes) {}

  static ContactFields of(Typed typed, String region) {
    var phone = PhoneReading.of(typed.phone(), region);
    var whatsapp = whatsapp(typed.whatsapp(), region);
    boolean same =
        whatsapp != null && (whatsapp.equals(phone.e164()) || whatsapp.equals(phone.shown()));
    return new ContactFields(
        typed.name().visible(),
        phone.shown(),
        phone.e164(),
        phone.doubt() == null ? null : phone.doubt().text(),
        EmailAddress.clean(typed.email()),
        same ? null : whatsapp,
        typed.notes().isBlank() ? null : typed.notes());
  }

  private static String whatsapp(String typed, String region) {
    var reading = PhoneReading.of(typed, region);
    return reading.shown().isEmpty()
        ? null
        : reading.dialable().map(PhoneNumber::e164).orElse(reading.shown());
  }

  /** Which of them differ from what is stored: those a person has put right. */
  List<String> changed(Candidate stored) {
    var changed = new ArrayList<String>();
    add(changed, "name", name.full(), stored.fullName());
    add(changed, "phone", phone, stored.phone());
    add(changed, "email", email, stored.email());
    return changed;
  }

  private static void add(List<String> changed, String field, String now, String before) {
    if (!now.equals(before)) {
      changed.add(field);
    }
  }

  Map<String, String> violations() {
    var wrong = new LinkedHashMap<String, String>();
    if (name.full().isBlank()) {
      wrong.put("firstName", "must not be blank");
    }
    if (!email.isEmpty() && !EmailAddress.isPlausible(email)) {
      wrong.put("email", "is not an e-mail address");
    }
    if (phone.isEmpty() && email.isEmpty()) {
      wrong.put("phone", "a phone number or an e-mail address is needed");
    }
    return wrong;
  }

  String searchText() {
    return SearchText.ofPerson(name.full(), phone, phoneE164, whatsapp, email);
  }
}

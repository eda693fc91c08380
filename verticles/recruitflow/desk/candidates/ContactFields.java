package recruitflow.desk.candidates;

import java.util.LinkedHashMap;
import java.util.Map;
import recruitflow.domain.desk.candidates.EmailAddress;
import recruitflow.domain.desk.candidates.FullName;
import recruitflow.domain.desk.candidates.PhoneNumber;
import recruitflow.domain.desk.candidates.SearchText;

/** What a recruiter enters about a candidate, cleaned for storing. */
record ContactFields(
    FullName name, String phone, String phoneE164, String email, String whatsapp, String notes) {

  /** As typed; nothing is null. */
  record Typed(FullName name, String phone, String email, String whatsapp, String notes) {}

  static ContactFields of(Typed typed, String region) {
    var phone = PhoneNumber.clean(typed.phone());
    var e164 = PhoneNumber.parse(phone, region).map(PhoneNumber::e164).orElse(null);
    var whatsapp = whatsapp(typed.whatsapp(), region);
    return new ContactFields(
        typed.name(),
        phone,
        e164,
        EmailAddress.clean(typed.email()),
        whatsapp == null || whatsapp.equals(e164) || whatsapp.equals(phone) ? null : whatsapp,
        typed.notes().isBlank() ? null : typed.notes());
  }

  private static String whatsapp(String typed, String region) {
    var cleaned = PhoneNumber.clean(typed);
    return cleaned.isEmpty()
        ? null
        : PhoneNumber.parse(cleaned, region).map(PhoneNumber::e164).orElse(cleaned);
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
    return SearchText.of(name.full(), phone, phoneE164, whatsapp, email);
  }
}

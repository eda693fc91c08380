package recruitflow.sandbox.people;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.DatabindCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import recruitflow.domain.screening.leads.demo.DemoLeads;

/**
 * Who answers at which number. The people of the demo lead file are known; a stranger gets a
 * persona by the number alone, so that the same number is always the same kind of person.
 */
public final class People {
  private static final String FOLDER = "config/sandbox/";
  private static final Pattern REFERENCE = Pattern.compile("\\bRF-(\\d+)\\b");

  private final Map<String, Persona> personas = new LinkedHashMap<>();
  private final Map<String, Person> byPhone = new HashMap<>();
  private final Map<String, String> phoneByEmail = new HashMap<>();
  private final Map<String, String> phoneByReference = new HashMap<>();
  private final Map<String, String> referenceByPhone = new HashMap<>();
  private final Map<String, Integer> callsTaken = new HashMap<>();
  private final Topics topics;

  private People(List<Persona> personas, Topics topics) {
    personas.forEach(persona -> this.personas.put(persona.key(), persona));
    this.topics = topics;
  }

  public static People fromResources() {
    var personas = new ArrayList<Persona>();
    for (var language : new JsonObject(resource("people/index.json")))
      for (var key : (JsonArray) language.getValue())
        personas.add(persona(language.getKey() + "/" + key));
    var people = new People(personas, Topics.read(new JsonObject(resource("topics.json"))));
    for (var lead : DemoLeads.people())
      people.know(lead.phone(), lead.fullName(), lead.email(), null);
    return people;
  }

  private static Persona persona(String name) {
    try {
      return DatabindCodec.mapper().readValue(resource("people/" + name + ".json"), Persona.class);
    } catch (IOException e) {
      throw new UncheckedIOException("persona " + name, e);
    }
  }

  private static String resource(String name) {
    try (var in = People.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (in == null) throw new IllegalStateException("missing resource " + FOLDER + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  public List<Persona> personas() {
    return List.copyOf(personas.values());
  }

  public Topics topics() {
    return topics;
  }

  /** Adds a kind of person, or replaces it; strangers become one only if it has a weight. */
  public void add(Persona persona) {
    personas.put(persona.key(), persona);
  }

  /**
   * Tells who answers at a number, in place of what was known.
   *
   * @param personaKey null to let the number decide
   */
  public Person know(String phone, String name, String email, String personaKey) {
    var persona = personaKey == null ? strangersPersona(phone) : personas.get(personaKey);
    if (persona == null) throw new IllegalArgumentException("persona: unknown " + personaKey);
    var address = email == null ? null : email.toLowerCase(Locale.ROOT);
    var person = new Person(phone, name, address, persona);
    byPhone.put(phone, person);
    if (address != null) phoneByEmail.put(address, phone);
    return person;
  }

  /** Who answers at this number; always somebody. */
  public Person atPhone(String phone) {
    var e164 = e164(phone);
    var known = byPhone.get(e164);
    return known != null ? known : know(e164, null, null, null);
  }

  /** Whose address it is: told, or seen with the same application reference as a phone number. */
  public Optional<Person> atEmail(String address, String textWithReference) {
    var email = address.toLowerCase(Locale.ROOT);
    var phone = phoneByEmail.get(email);
    if (phone == null)
      phone = referenceIn(textWithReference).map(phoneByReference::get).orElse(null);
    if (phone == null) return Optional.empty();
    var person = atPhone(phone);
    return Optional.of(
        person.email() != null
            ? person
            : know(phone, person.name(), email, person.persona().key()));
  }

  /** Remembers that an application reference (the number in RF-12) goes with a phone number. */
  public void link(String reference, String phone) {
    phoneByReference.put(reference, e164(phone));
    referenceByPhone.put(e164(phone), reference);
  }

  /** The latest application this person was called or written to about. */
  Optional<String> lastReference(Person person) {
    return Optional.ofNullable(referenceByPhone.get(person.phone()));
  }

  /** The number of the application reference in a text: 12 for "[RF-12] Your CV". */
  public static Optional<String> referenceIn(String text) {
    if (text == null) return Optional.empty();
    var match = REFERENCE.matcher(text);
    return match.find() ? Optional.of(match.group(1)) : Optional.empty();
  }

  /** The script of this number's next call; each call counts. */
  public Persona.ScriptedCall nextCall(String phone) {
    var person = atPhone(phone);
    return person.persona().call(callsTaken.merge(person.phone(), 1, Integer::sum));
  }

  /** The country says the language, the digits say the kind. */
  private Persona strangersPersona(String phone) {
    var language = language(phone);
    var speakers = personas.values().stream().filter(p -> p.language().equals(language)).toList();
    var kinds = speakers.isEmpty() ? List.copyOf(personas.values()) : speakers;
    var place = Math.floorMod(hash(phone), kinds.stream().mapToInt(Persona::weight).sum());
    for (var kind : kinds) {
      place -= kind.weight();
      if (place < 0) return kind;
    }
    throw new IllegalStateException("weights do not add up");
  }

  private static String language(String phone) {
    if (phone.startsWith("+420") || phone.startsWith("+421")) return "cs";
    if (phone.startsWith("+40") || phone.startsWith("+373")) return "ro";
    if (phone.startsWith("+49") || phone.startsWith("+43") || phone.startsWith("+41")) return "de";
    return "en";
  }

  private static int hash(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return digest[0] << 24 | (digest[1] & 255) << 16 | (digest[2] & 255) << 8 | (digest[3] & 255);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String e164(String phone) {
    return phone.startsWith("+") ? phone : "+" + phone.replaceAll("\\D", "");
  }
}

package recruitflow.sandbox.people;

/**
 * Somebody who answers at a phone number, or does not.
 *
 * @param phone E.164
 * @param name null if nobody told it
 * @param email lower case, null if nobody told it
 */
public record Person(String phone, String name, String email, Persona persona) {}

package recruitflow.domain.screening.leads;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import recruitflow.domain.desk.candidates.SearchText;
import recruitflow.domain.desk.candidates.VisibleText;

/** How forms and spreadsheets of several languages name the columns of a person. */
final class HeaderNames {
  private static final Map<String, LeadField> NAMES = new HashMap<>();

  static {
    add(LeadField.ID, "id lead_id leadid leadgen_id meta_lead_id id_leadu lead");
    add(
        LeadField.CREATED_TIME,
        """
        created_time created created_at created_on creation_time submitted_at submission_date
        submission_time data_inscrierii data_crearii creat_la datum_vytvoreni cas_vytvoreni
        vytvoreno vytvorene erstellt_am erstellungsdatum date_de_creation cree_le letrehozva
        letrehozas_datuma data_utworzenia utworzono fecha_de_creacion data_de_criacao
        data_di_creazione\
        """);
    add(
        LeadField.CAMPAIGN_NAME,
        """
        campaign_name campaign campanie nume_campanie numele_campaniei kampan nazev_kampane
        nazov_kampane kampane kampagne kampagnenname campagne nom_de_la_campagne kampany
        kampany_neve kampania nazwa_kampanii campana campanha campagna kampanja\
        """);
    add(LeadField.PLATFORM, "platform platforma plattform plateforme plataforma piattaforma");
    add(
        LeadField.EMAIL,
        """
        email e_mail mail email_address e_mail_address your_email adresa_de_email adresa_email
        adresa_de_e_mail adresa_e_mail email_adresa e_mail_adresa emailova_adresa e_mailova_adresa
        emailadresse e_mail_adresse mailadresse adresse_e_mail adresse_email courriel adresse_mail
        email_cim e_mail_cim adres_e_mail adres_email adres_mailowy correo correo_electronico
        direccion_de_correo endereco_de_email indirizzo_email indirizzo_e_mail e_posta eposta
        e_naslov e_postadress epost e_post sahkoposti el_pasto_adresas e_pasts\
        """);
    add(
        LeadField.PHONE_NUMBER,
        """
        phone_number phone telephone telephone_number phone_no tel tel_no mobile mobile_number
        mobile_phone cell cellphone cell_phone contact_number your_phone_number telefon
        numar_de_telefon numar_telefon nr_telefon nr_de_telefon numarul_de_telefon telefon_mobil
        mobil telefonni_cislo telefonne_cislo tel_cislo cislo_telefonu mobilni_telefon
        mobilny_telefon mobilni_cislo handy handynummer telefonnummer rufnummer mobilnummer
        mobiltelefon mobilfunknummer numero_de_telephone telephone_portable telephone_mobile
        portable mobile_telephone telefonszam mobilszam mobiltelefonszam numer_telefonu nr_telefonu
        telefon_komorkowy komorka telefono numero_de_telefono movil celular telefone
        numero_de_telefone telemovel numero_di_telefono cellulare broj_telefona telefonska_stevilka
        puhelin puhelinnumero mobilnummer telefonas talrunis\
        """);
    add(
        LeadField.FULL_NAME,
        """
        full_name fullname name_and_surname your_name your_full_name candidate candidate_name
        contact_name nume_complet numele_complet nume_si_prenume prenume_si_nume nume_prenume
        numele_si_prenumele cele_jmeno jmeno_a_prijmeni prijmeni_a_jmeno jmeno_prijmeni cele_meno
        meno_a_priezvisko priezvisko_a_meno meno_priezvisko voller_name vollstandiger_name
        vor_und_nachname vorname_nachname name_vorname nom_complet nom_et_prenom prenom_et_nom
        nom_prenom teljes_nev imie_i_nazwisko nazwisko_i_imie pelne_imie_i_nazwisko
        nombre_completo nombre_y_apellido nombre_y_apellidos nome_completo nome_e_cognome
        ime_i_prezime ime_in_priimek for_och_efternamn koko_nimi\
        """);
    add(
        LeadField.FIRST_NAME,
        """
        first_name firstname given_name forename prenume prenumele krestni_jmeno krstne_meno
        vorname prenom keresztnev utonev primer_nombre primeiro_nome fornamn fornavn etunimi\
        """);
    add(
        LeadField.LAST_NAME,
        """
        last_name lastname surname family_name second_name nume_de_familie numele_de_familie
        prijmeni priezvisko nachname familienname zuname nom_de_famille vezeteknev csaladnev
        nazwisko apellido apellidos sobrenome apelido cognome prezime priimek efternamn etternavn
        sukunimi\
        """);
  }

  // Alone each is a whole name; beside the other half it is the half that the language means.
  private static final Set<String> NAME_OR_LAST = Set.of("name", "nume", "numele", "nom");
  private static final Set<String> NAME_OR_FIRST =
      Set.of("jmeno", "meno", "imie", "ime", "nombre", "nome", "nev", "nimi", "namn", "navn");

  private static final Set<String> IGNORED =
      Set.of(
          "ad_id",
          "ad_name",
          "adset_id",
          "adset_name",
          "campaign_id",
          "form_id",
          "form_name",
          "is_organic",
          "inbox_url",
          "lead_status");

  private HeaderNames() {}

  private static void add(LeadField field, String names) {
    for (var name : names.strip().split("\\s+")) {
      NAMES.put(name, field);
    }
  }

  /** Lower case, without diacritics and signs: {@code numar_de_telefon}. */
  static String normal(String header) {
    var folded = SearchText.fold(VisibleText.of(header));
    return folded.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
  }

  /**
   * What the column of that name is; nothing when it is a question.
   *
   * @param firstNames there is a column of first names
   * @param lastNames there is a column of last names
   */
  static Optional<LeadField> field(String normal, boolean firstNames, boolean lastNames) {
    if (IGNORED.contains(normal)) {
      return Optional.of(LeadField.IGNORED);
    }
    if (NAME_OR_LAST.contains(normal)) {
      return Optional.of(firstNames ? LeadField.LAST_NAME : LeadField.FULL_NAME);
    }
    if (NAME_OR_FIRST.contains(normal)) {
      return Optional.of(lastNames ? LeadField.FIRST_NAME : LeadField.FULL_NAME);
    }
    return Optional.ofNullable(NAMES.get(normal));
  }

  static boolean is(LeadField field, String normal) {
    return NAMES.get(normal) == field;
  }
}

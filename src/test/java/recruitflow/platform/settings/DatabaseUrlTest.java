package recruitflow.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        // url, host, port, user, password, database, sslmode
        "postgres://ana:secret@db.example.com:5433/desk db.example.com 5433 ana secret desk prefer",
        "postgresql://ana:secret@db/desk db 5432 ana secret desk prefer",
        "postgres://ana:s3c/r@t:#+%?x=@db/desk db 5432 ana s3c/r@t:#+%?x= desk prefer",
        "postgres://ana:s3c%2Fr%40t%3A%23%2B%25@db/desk db 5432 ana s3c/r@t:#+% desk prefer",
        "postgres://ana:p%C5%99%C3%AD@db/desk db 5432 ana pří desk prefer",
        "postgres://ana:100%@db/desk db 5432 ana 100% desk prefer",
        "postgres://ana:x@[2001:db8::7]:5433/desk 2001:db8::7 5433 ana x desk prefer",
        "postgres://ana:x@db/desk?sslmode=require db 5432 ana x desk require",
        "postgres://ana:x@db/desk?connect_timeout=3&sslmode=verify-full db 5432 ana x desk"
            + " verify-full",
        "postgres://ana:x@db/desk?ssl=true db 5432 ana x desk require",
        "postgres://ana:x@db/desk?ssl=true&sslmode=verify-ca db 5432 ana x desk verify-ca",
        "postgres://ana:x@%2Frun%2Fpostgresql/desk /run/postgresql 5432 ana x desk disable",
        "postgres:///desk?host=/run/pg&user=ana&password=x&port=5433 /run/pg 5433 ana x desk"
            + " disable",
      })
  void a_url_is_read_as_it_was_meant(
      String text, String host, int port, String user, String password, String db, String mode) {
    assertThat(DatabaseUrl.of(text))
        .isEqualTo(new DatabaseUrl(host, port, user, new Secret(password), db, mode, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "mysql://ana:hunter2@db/desk",
        "postgres://ana:hunter2@db:port/desk",
        "postgres://ana:hunter2@db:99999/desk",
        "postgres://ana:hunter2@db/desk?sslmode=hunter2",
        "postgres//ana:hunter2@db/desk",
        "postgres://ana:hunter2@db/desk/more"
      })
  void what_is_wrong_with_it_is_told_without_its_password(String text) {
    assertThatThrownBy(
            () -> {
              var reader = SettingsReader.of(Map.of("DATABASE_URL", text));
              Settings.read(reader);
              reader.require();
            })
        .hasMessageContaining("DATABASE_URL: ")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("hunter2"));
  }

  @Test
  void the_driver_of_the_migrations_is_told_of_the_encryption_too() {
    var url = DatabaseUrl.of("postgres://ana:x@db/my desk?sslmode=verify-full&sslrootcert=/ca.pem");
    assertThat(url.jdbc(Map.of()))
        .isEqualTo("jdbc:postgresql://db:5432/my%20desk?sslmode=verify-full&sslrootcert=%2Fca.pem");
    assertThat(DatabaseUrl.of("postgres://ana:x@db/d?sslmode=verify-ca").jdbc(Map.of()))
        .contains("sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
    assertThat(url.toString()).doesNotContain("=x,");
  }
}

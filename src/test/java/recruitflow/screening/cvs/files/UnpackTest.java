package recruitflow.screening.cvs.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.domain.screening.cvs.CvLike.Attachment;
import recruitflow.domain.screening.cvs.CvLike.Place;
import recruitflow.domain.screening.cvs.FileName;

/** Envelopes as strangers send them: what is in them, within bounds, and never a failure. */
class UnpackTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Unpack UNPACK = new Unpack(VERTX);

  @AfterAll
  static void stop() {
    VERTX.close().await();
  }

  @Test
  void an_archive_that_holds_a_document_is_no_document_but_opened() throws IOException {
    var document = archive("word/document.xml", "<document/>".getBytes(StandardCharsets.UTF_8));
    var around = archive("Ana/cv.docx", document);
    assertThat(FileKind.of(Buffer.buffer(document))).endsWith("wordprocessingml.document");
    assertThat(FileKind.of(Buffer.buffer(around))).isEqualTo("application/zip");
    assertThat(open("application/zip", around).parts()).hasSize(1);
  }

  /** With the file as it is, so that the names inside it stand in the clear. */
  private static byte[] archive(String name, byte[] file) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      zip.putNextEntry(new ZipEntry(name));
      zip.write(file);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "winmail.eml,          application/vnd.ms-tnef, cv.pdf",
    "zip.eml,              application/zip,         cv.pdf",
    "letter-in-letter.eml, message/rfc822,          inner.pdf"
  })
  void a_document_is_taken_out(String letter, String type, String name) {
    var content = open(type, attachment(letter));
    assertThat(content.complete()).isTrue();
    assertThat(content.parts())
        .singleElement()
        .extracting(p -> p.announced().name().shown())
        .isEqualTo(name);
    assertThat(content.parts().getFirst().bytes().toString()).startsWith("%PDF");
  }

  @Test
  void a_bomb_is_left_before_it_goes_off() throws IOException {
    var content = open("application/zip", zip(StandardCharsets.UTF_8, 200, "zeros.bin"));
    assertThat(content.complete()).isFalse();
    assertThat(content.parts()).allMatch(part -> part.bytes().length() <= 25 * 1024 * 1024);
    assertThat(content.parts().stream().mapToLong(part -> part.bytes().length()).sum())
        .isLessThanOrEqualTo(Collected.MOST_BYTES);
    assertThat(open("application/zip", zip(StandardCharsets.UTF_8, 200, ".DS_Store")).complete())
        .isFalse();
  }

  @Test
  void thousands_of_files_are_not_all_looked_at() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var i = 0; i < 5000; i++) {
        zip.putNextEntry(new ZipEntry("f" + i + ".txt"));
        zip.write(1);
      }
    }
    var content = open("application/zip", out.toByteArray());
    assertThat(content.complete()).isFalse();
    assertThat(content.parts()).hasSize(Collected.MOST_PARTS);
  }

  @Test
  void names_of_another_century_paths_and_what_a_mac_adds_do_no_harm() throws IOException {
    var names = Charset.forName("IBM437");
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, names)) {
      for (var name : new String[] {"../../Résumé.pdf", "__MACOSX/._cv.pdf", "dir/", "._x"}) {
        zip.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) zip.write("%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
      }
    }
    var content = open("application/zip", out.toByteArray());
    assertThat(content.parts())
        .singleElement()
        .extracting(p -> p.announced().name().shown())
        .isEqualTo("Résumé.pdf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"droste.zip", "test-zip-of-zip.zip", "testZipEncrypted.zip"})
  void an_envelope_in_an_envelope_and_a_locked_one_stay_closed(String name) throws IOException {
    var content = open("application/zip", resource(name));
    assertThat(content.parts()).noneMatch(part -> part.bytes().toString().startsWith("%PDF"));
  }

  @ParameterizedTest
  @CsvSource({
    "winmail.eml,          application/vnd.ms-tnef",
    "zip.eml,              application/zip",
    "letter-in-letter.eml, message/rfc822",
    "zip.eml,              application/vnd.ms-outlook"
  })
  void no_damage_breaks_it(String letter, String type) {
    var whole = attachment(letter);
    for (var seed = 0; seed < 300; seed++) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      var bytes =
          java.util.Arrays.copyOf(whole, random.nextInt(whole.length / 2, whole.length + 1));
      for (var i = 0; i < 6; i++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      assertThat(open(type, bytes)).isNotNull();
    }
  }

  private static Content open(String type, byte[] bytes) {
    var file = new Attachment(new FileName("x"), type, bytes.length, Place.ATTACHED);
    return UNPACK.run(file, Buffer.buffer(bytes));
  }

  private static byte[] zip(Charset names, int megabytes, String name) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, names)) {
      zip.putNextEntry(new ZipEntry(name));
      for (var i = 0; i < megabytes; i++) zip.write(new byte[1024 * 1024]);
    }
    return out.toByteArray();
  }

  /** The one attachment of a letter of the resources. */
  private static byte[] attachment(String letter) {
    var text = new String(resource(letter), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    var start = text.indexOf("\n\n", text.indexOf("filename="));
    return Base64.getMimeDecoder()
        .decode(text.substring(start, text.indexOf("\n--trial-boundary--", start)));
  }

  private static byte[] resource(String name) {
    try (var in = UnpackTest.class.getResourceAsStream("/files/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

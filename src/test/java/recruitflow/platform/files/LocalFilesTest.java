package recruitflow.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import recruitflow.support.TestServer;

class LocalFilesTest {
  @RegisterExtension private static final TestServer server = TestServer.start();

  @TempDir Path folder;

  private LocalFiles files() {
    return new LocalFiles(server.vertx(), folder);
  }

  @Test
  void the_same_bytes_are_one_file_and_come_back() throws IOException {
    var first = files().write(Buffer.buffer("once")).await();
    var second = files().write(Buffer.buffer("once")).await();
    assertThat(second).isEqualTo(first);
    assertThat(files().read(first.hash()).await().toString()).isEqualTo("once");
    assertThat(onDisk()).hasSize(1);
  }

  @Test
  void nobody_else_on_the_machine_can_read_them() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    files().write(Buffer.buffer("private")).await();
    try (var all = Files.walk(folder)) {
      for (var path : all.toList())
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .as(path.toString())
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
    }
  }

  @Test
  void a_file_without_a_row_is_swept_after_a_day_and_one_with_a_row_stays() throws IOException {
    var kept = files().write(Buffer.buffer("kept")).await();
    var lost = files().write(Buffer.buffer("lost")).await();
    keep(kept);
    assertThat(files().sweep(server.house().db())).isZero();
    for (var file : onDisk()) age(file);
    Files.writeString(folder.resolve("not-ours.txt"), "stays");
    age(folder.resolve("not-ours.txt"));
    var fresh = files().write(Buffer.buffer("fresh")).await();
    assertThat(files().sweep(server.house().db())).isEqualTo(1);
    assertThat(files().read(kept.hash()).await().toString()).isEqualTo("kept");
    assertThat(files().read(fresh.hash()).await().toString()).isEqualTo("fresh");
    assertThatThrownBy(() -> files().read(lost.hash()).await()).isInstanceOf(Exception.class);
    assertThat(folder.resolve("not-ours.txt")).exists();
  }

  @Test
  void a_row_never_points_at_a_file_that_was_swept() throws IOException {
    var swept = files().write(Buffer.buffer("swept")).await();
    for (var file : onDisk()) age(file);
    files().sweep(server.house().db());
    assertThatThrownBy(() -> keep(swept)).hasMessageContaining("swept away");
    assertThat(
            server
                .sql()
                .first("select 1 from stored_files where hash = $1", row -> true, swept.hash()))
        .isEmpty();
  }

  @Test
  void nothing_but_a_hash_is_a_name() {
    for (var name : List.of("../../etc/passwd", "", "a".repeat(63), "A".repeat(64))) {
      assertThatThrownBy(() -> files().read(name)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void keep(FileStore.Stored file) {
    server.inTransaction(
        sql -> {
          files().keep(sql, file, "text/plain");
          return null;
        });
  }

  private List<Path> onDisk() throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
  }
}

package recruitflow.domain.screening.leads;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The encodings lead files come in. */
public enum FileEncoding {
  UTF_8("UTF-8"),
  UTF_16LE("UTF-16LE"),
  UTF_16BE("UTF-16BE"),
  WINDOWS_1250("windows-1250"),
  ISO_8859_2("ISO-8859-2"),
  WINDOWS_1252("windows-1252");

  private final String text;
  private final Charset charset;

  FileEncoding(String text) {
    this.text = text;
    this.charset = Charset.forName(text);
  }

  /** The name shown and stored. */
  public String text() {
    return text;
  }

  /** The encoding of that name in any case, or nothing. */
  public static Optional<FileEncoding> find(String text) {
    return Arrays.stream(values()).filter(e -> e.text.equalsIgnoreCase(text)).findFirst();
  }

  /** All names, for a choice on the screen. */
  public static List<String> names() {
    return Arrays.stream(values()).map(FileEncoding::text).toList();
  }

  /** The text of the file, without byte order mark; what cannot be read becomes U+FFFD. */
  public String decode(byte[] bytes) {
    var decoded = new String(bytes, charset).replace('\0', '\uFFFD');
    return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
  }

  /** The encoding by byte order mark, by the place of zero bytes, or by what can be read. */
  public static FileEncoding detect(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return UTF_16LE;
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return UTF_16BE;
    }
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return UTF_8;
    }
    return byZeroBytes(bytes).orElseGet(() -> isUtf8(bytes) ? UTF_8 : CentralEurope.detect(bytes));
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    return bytes.length >= mark.length
        && IntStream.range(0, mark.length).allMatch(i -> (bytes[i] & 0xFF) == mark[i]);
  }

  // A header in Latin letters has a zero in every second byte of UTF-16, and none elsewhere.
  private static Optional<FileEncoding> byZeroBytes(byte[] bytes) {
    int length = Math.min(bytes.length, 400) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < length; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (odd > length / 4 && even < odd / 4) {
      return Optional.of(UTF_16LE);
    }
    return even > length / 4 && odd < even / 4 ? Optional.of(UTF_16BE) : Optional.empty();
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}

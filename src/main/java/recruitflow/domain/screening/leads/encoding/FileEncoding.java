package recruitflow.domain.screening.leads.encoding;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The encodings lead files come in; of two that explain a file equally well the first is taken. */
public enum FileEncoding {
  UTF_8("UTF-8"),
  UTF_16LE("UTF-16LE"),
  UTF_16BE("UTF-16BE"),
  UTF_32LE("UTF-32LE"),
  UTF_32BE("UTF-32BE"),
  WINDOWS_1250("windows-1250"),
  WINDOWS_1252("windows-1252"),
  ISO_8859_2("ISO-8859-2"),
  ISO_8859_15("ISO-8859-15"),
  ISO_8859_16("ISO-8859-16"),
  WINDOWS_1251("windows-1251"),
  WINDOWS_1253("windows-1253"),
  WINDOWS_1254("windows-1254"),
  WINDOWS_1257("windows-1257"),
  KOI8_R("KOI8-R"),
  MAC_ROMAN("x-MacRoman"),
  MAC_CENTRAL_EUROPE("x-MacCentralEurope"),
  IBM_852("IBM852"),
  IBM_850("IBM850");

  // One is usual; some tools add one before a file that has one, or write it as three letters.
  private static final Pattern BYTE_ORDER_MARKS = Pattern.compile("^(?:\uFEFF|ï»¿)+");

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

  /** A letter is one byte, and any bytes can be read. */
  boolean isEightBit() {
    return compareTo(UTF_32BE) > 0;
  }

  /** The text of the file, without byte order marks; what cannot be read becomes U+FFFD. */
  public String decode(byte[] bytes) {
    return BYTE_ORDER_MARKS.matcher(plain(bytes).replace('\0', '\uFFFD')).replaceFirst("");
  }

  String plain(byte[] bytes) {
    return new String(bytes, charset);
  }
}

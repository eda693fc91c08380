package recruitflow.domain.screening.cvs;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file's name as a stranger wrote it, made safe to show and to save: no path, no control or
 * direction marks, at most {@value #LONGEST} characters with the extension kept.
 */
public record FileName(String shown) {
  static final int LONGEST = 120;
  private static final int LONGEST_EXTENSION = 10;

  /** Controls, unassigned, lone surrogates, and marks that turn or hide what follows. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E"
              + "\\u2060-\\u2069\\uFEFF\\uFFF9-\\uFFFB]");

  private static final Map<String, String> USUAL =
      Map.of(
          "image/jpeg", "jpg",
          "image/png", "png",
          "image/heic", "heic",
          "image/webp", "webp",
          "audio/ogg", "ogg",
          "audio/mp4", "m4a",
          "audio/mpeg", "mp3",
          "video/mp4", "mp4",
          "video/quicktime", "mov");

  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  /** Cleans what the sender called the file; {@code fallback} stands in when nothing is left. */
  public static FileName clean(String raw, String fallback) {
    var text = Normalizer.normalize(raw == null ? "" : raw, Normalizer.Form.NFC);
    var name = INVISIBLE.matcher(lastPart(text)).replaceAll("");
    var plain = name.replaceAll("[<>:\"|?*]", "_").replaceAll("\\s+", " ");
    var trimmed = plain.replaceAll("^[. ]+|[. ]+$", "");
    return new FileName(trimmed.isBlank() ? fallback : shorten(tame(trimmed)));
  }

  /** A name for a file that came without one: what it is, with the usual extension of its kind. */
  public static String unnamed(String kind, String contentType) {
    var type = contentType.split(";", 2)[0].strip();
    var extension = USUAL.get(type);
    return extension == null ? kind : kind + "." + extension;
  }

  /** The lower-case letters after the last dot, empty when there are none. */
  public String extension() {
    var dot = shown.lastIndexOf('.');
    var after = dot < 0 ? "" : shown.substring(dot + 1);
    return after.matches("[A-Za-z0-9]{1," + LONGEST_EXTENSION + "}")
        ? after.toLowerCase(Locale.ROOT)
        : "";
  }

  /**
   * The value of a Content-Disposition header that makes a browser save the file, never show it.
   */
  public String asAttachment() {
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii(), percentEncoded());
  }

  private static String lastPart(String path) {
    var stripped = path.replaceAll("[/\\\\\\u2215\\u2044]+$", "");
    var cut = Math.max(stripped.lastIndexOf('/'), stripped.lastIndexOf('\\'));
    return stripped.substring(cut + 1);
  }

  private static String tame(String name) {
    var dot = name.indexOf('.');
    var stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
    return DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9]") ? "_" + name : name;
  }

  private static String shorten(String name) {
    if (name.codePointCount(0, name.length()) <= LONGEST) return name;
    var extension = new FileName(name).extension();
    var tail = extension.isEmpty() ? "" : "." + extension;
    var end = name.offsetByCodePoints(0, LONGEST - tail.length());
    return name.substring(0, end).stripTrailing() + tail;
  }

  private String ascii() {
    return shown.replaceAll("[^ -~]", "_").replaceAll("[\"\\\\%]", "_");
  }

  private String percentEncoded() {
    var out = new StringBuilder();
    for (var b : shown.getBytes(StandardCharsets.UTF_8)) {
      var plain = b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
      out.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b));
    }
    return out.toString();
  }
}

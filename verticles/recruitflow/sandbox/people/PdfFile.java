package recruitflow.sandbox.people;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A one-page PDF with a true cross-reference table. It uses the built-in Helvetica, which knows
 * Western letters only: others lose their marks.
 */
final class PdfFile {
  private static final int LINES_ON_PAGE = 48;

  private PdfFile() {}

  static byte[] write(List<String> lines) {
    var content = content(lines.subList(0, Math.min(lines.size(), LINES_ON_PAGE)));
    var objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
                + " /Resources << /Font << /F1 4 0 R >> >> >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Length " + latin(content).length + " >>\nstream\n" + content + "\nendstream");
    var out = new ByteArrayOutputStream();
    out.writeBytes(latin("%PDF-1.4\n%âãÏÓ\n"));
    var offsets = new ArrayList<Integer>();
    for (var i = 0; i < objects.size(); i++) {
      offsets.add(out.size());
      out.writeBytes(latin((i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n"));
    }
    var start = out.size();
    out.writeBytes(latin(crossReferences(offsets)));
    var size = objects.size() + 1;
    out.writeBytes(latin("trailer\n<< /Size " + size + " /Root 1 0 R >>\nstartxref\n"));
    out.writeBytes(latin(start + "\n%%EOF\n"));
    return out.toByteArray();
  }

  private static String crossReferences(List<Integer> offsets) {
    var table = new StringBuilder("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
    offsets.forEach(offset -> table.append("%010d 00000 n \n".formatted(offset)));
    return table.toString();
  }

  private static String content(List<String> lines) {
    var text = new StringBuilder("BT\n/F1 11 Tf\n56 786 Td\n15 TL\n");
    for (var line : lines) text.append('(').append(escaped(line)).append(") Tj\nT*\n");
    return text.append("ET").toString();
  }

  private static String escaped(String line) {
    return western(line).replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
  }

  private static String western(String line) {
    var encoder = StandardCharsets.ISO_8859_1.newEncoder();
    var text = new StringBuilder();
    line.codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> text.append(encoder.canEncode(letter) ? letter : plain(letter)));
    return text.toString();
  }

  private static String plain(String letter) {
    var bare = Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return bare.chars().allMatch(sign -> sign < 128) ? bare : "?";
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}

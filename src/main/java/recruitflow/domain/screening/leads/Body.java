package recruitflow.domain.screening.leads;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;

/** A text from some line on; lines end with CR, LF or both, and are counted in the whole file. */
record Body(String text, int start, int firstLine) {

  static Body of(String text) {
    return new Body(text, 0, 1);
  }

  /** Spreadsheets write sep=; before the header. */
  Body withoutSeparatorLine() {
    return line(firstLine).matches("(?i)\"?sep=.?\"?\\s*") ? after(firstLine) : this;
  }

  Reader reader() {
    try {
      var reader = new StringReader(text);
      reader.skip(start);
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory cannot fail to be read
    }
  }

  /** The line of that number, without its end. */
  String line(int number) {
    int from = startOf(number);
    return text.substring(from, endOf(from));
  }

  /** What follows the line of that number. */
  Body after(int number) {
    return new Body(text, startOf(number + 1), number + 1);
  }

  private int startOf(int number) {
    int at = start;
    for (int line = firstLine; line < number && at < text.length(); line++) {
      int end = endOf(at);
      boolean both = text.startsWith("\r\n", end);
      at = Math.min(text.length(), end + (both ? 2 : 1));
    }
    return at;
  }

  private int endOf(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }
}

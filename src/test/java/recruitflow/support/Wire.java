package recruitflow.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;

/** A bare connection to a server: what is sent is exactly what is written here. */
public final class Wire implements AutoCloseable {

  private final Socket socket;

  private Wire(Socket socket) {
    this.socket = socket;
  }

  public static Wire to(int port) throws IOException {
    var socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(20_000);
    return new Wire(socket);
  }

  public Wire send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** The status of the next answer, which is read up to the end of its headers; -1 at the end. */
  public int status() throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      var next = socket.getInputStream().read();
      if (next < 0) break;
      head.append((char) next);
    }
    return head.length() < 12 ? -1 : Integer.parseInt(head.substring(9, 12));
  }

  /** All that comes until the other side closes. */
  public String untilClosed() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

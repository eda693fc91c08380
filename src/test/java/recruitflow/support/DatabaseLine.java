package recruitflow.support;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One connection to PostgreSQL, passed on message by message. It understands just enough of the
 * protocol to know what is about to be committed.
 */
final class DatabaseLine {

  /** What becomes of a commit. */
  enum Verdict {
    PASS,
    CUT_BEFORE,
    CUT_AFTER
  }

  /** Asked once for each commit; {@code isOver} when the database has done it already. */
  interface Judge {
    Verdict judge(String point, boolean isOver);
  }

  private static final Pattern WRITE =
      Pattern.compile("^(insert|update|delete|with)\\b.*", Pattern.DOTALL);

  /** A claim is a commit only when it took something: the answer tells. */
  private static final String CLAIM = "update tasks set state = 'running'";

  /** Rhythm without meaning: how often it is seen depends on the time a run takes. */
  private static final Pattern UPKEEP =
      Pattern.compile(
          "update tasks set (lease_until|state = case when attempt|state = 'dead')|delete from"
              + " tasks|operation_audit|business_clock|scheduled_jobs set last_started");

  private static final Pattern COMMAND_ROWS =
      Pattern.compile("(INSERT 0|UPDATE|DELETE|SELECT) (\\d+)");

  private final NetSocket client;
  private final NetSocket database;
  private final Judge judge;
  private final Map<String, String> statements = new HashMap<>();
  private final List<String> transaction = new ArrayList<>();
  private Buffer asked = Buffer.buffer();
  private Buffer answer;
  private String claim;
  private boolean started;
  private boolean inTransaction;
  private boolean isCut;

  DatabaseLine(NetSocket client, NetSocket database, Judge judge) {
    this.client = client;
    this.database = database;
    this.judge = judge;
  }

  void open(Runnable onEnd) {
    client.closeHandler(
        v -> {
          database.close();
          onEnd.run();
        });
    database.closeHandler(v -> client.close());
    client.handler(this::fromClient);
    database.handler(this::fromDatabase);
    client.resume();
  }

  void hang() {
    client.pause();
    database.pause();
  }

  void goOn() {
    client.resume();
    database.resume();
  }

  void cut() {
    isCut = true;
    client.close();
    database.close();
  }

  private void fromClient(Buffer data) {
    asked.appendBuffer(data);
    var at = 0;
    while (!isCut) {
      var length = length(asked, at, started);
      if (length < 0) break;
      var message = asked.slice(at, at + length);
      if (started && !mayPass(message)) cut();
      else database.write(message.copy());
      started = true;
      at += length;
    }
    asked = asked.getBuffer(at, asked.length());
  }

  /** The length of the whole message at this place, or -1 while it is not there. */
  private static int length(Buffer buffer, int at, boolean typed) {
    var head = typed ? 1 : 0;
    if (buffer.length() < at + head + 4) return -1;
    var length = head + buffer.getInt(at + head);
    return buffer.length() < at + length ? -1 : length;
  }

  private boolean mayPass(Buffer message) {
    return switch ((char) message.getByte(0)) {
      case 'P' -> {
        statements.put(text(message, 5), text(message, 5 + text(message, 5).length() + 1));
        yield true;
      }
      case 'B' -> mayRun(statements.get(text(message, 5 + text(message, 5).length() + 1)));
      case 'Q' -> mayControl(text(message, 5).strip().toUpperCase(Locale.ROOT));
      default -> true;
    };
  }

  private static String text(Buffer message, int at) {
    var end = at;
    while (message.getByte(end) != 0) end++;
    return message.getString(at, end);
  }

  private boolean mayRun(String sql) {
    var words = sql.strip().replaceAll("\\s+", " ");
    if (!WRITE.matcher(words).matches()) return true;
    if (inTransaction) {
      transaction.add(words);
      return true;
    }
    if (words.startsWith(CLAIM)) {
      claim = words;
      answer = Buffer.buffer();
      return true;
    }
    return UPKEEP.matcher(words).find() || pass(judge.judge(shortened(words), false));
  }

  private boolean mayControl(String command) {
    if (command.startsWith("BEGIN")) {
      inTransaction = true;
      transaction.clear();
      return true;
    }
    inTransaction = false;
    return !command.startsWith("COMMIT")
        || transaction.isEmpty()
        || pass(
            judge.judge(
                String.join("; ", transaction.stream().map(DatabaseLine::shortened).toList()),
                false));
  }

  private boolean pass(Verdict verdict) {
    if (verdict == Verdict.CUT_AFTER) answer = Buffer.buffer();
    return verdict != Verdict.CUT_BEFORE;
  }

  private void fromDatabase(Buffer data) {
    if (isCut) return;
    if (answer == null) {
      client.write(data);
      return;
    }
    answer.appendBuffer(data);
    if (!isWhole(answer)) return;
    var whole = answer;
    answer = null;
    if (claim == null || took(whole) && judge.judge("claim", true) == Verdict.CUT_AFTER) {
      cut();
      return;
    }
    claim = null;
    client.write(whole);
  }

  /** Up to the message that says "ready for the next query". */
  private static boolean isWhole(Buffer answer) {
    var at = 0;
    for (int length; (length = length(answer, at, true)) > 0; at += length) {
      if (answer.getByte(at) == 'Z') return true;
    }
    return false;
  }

  private static boolean took(Buffer answer) {
    var at = 0;
    for (int length; (length = length(answer, at, true)) > 0; at += length) {
      if (answer.getByte(at) != 'C') continue;
      var rows = COMMAND_ROWS.matcher(text(answer, at + 5));
      if (rows.matches() && !rows.group(2).equals("0")) return true;
    }
    return false;
  }

  private static String shortened(String words) {
    return words.substring(0, Math.min(60, words.length()));
  }
}

package recruitflow.platform.llm;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import recruitflow.platform.database.Db;

/** Every call of a model: a row that is never changed, and metrics. The input is kept as a hash. */
final class ModelLog {

  private static final String INSERT =
      """
      insert into model_calls (purpose, prompt_version, provider, model, input_hash, outcome,
        stop_reason, output, input_tokens, output_tokens, cached_tokens, cost_micros, millis,
        candidate_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """;

  private final Db db;
  private final MeterRegistry metrics;
  private final ModelSettings settings;

  ModelLog(Db db, MeterRegistry metrics, ModelSettings settings) {
    this.db = db;
    this.metrics = metrics;
    this.settings = settings;
  }

  /** A call that was answered. */
  void answered(ModelRequest request, AnthropicModels.Reply reply, String outcome, long millis) {
    var asked = request.purpose().model(settings);
    var usage = reply.wire().usage();
    var cost = cost(asked, usage);
    db.sql()
        .execute(
            INSERT,
            request.purpose().word(),
            request.version(),
            AnthropicModels.PROVIDER,
            reply.wire().model(asked),
            hash(request),
            outcome,
            reply.wire().stopReason(),
            reply.text().replace("\0", ""),
            usage.input(),
            usage.output(),
            usage.cacheRead(),
            cost,
            millis,
            request.candidateId());
    measure(request, outcome, millis);
    count(request, "input", usage.input() + usage.cacheWritten() + usage.cacheRead());
    count(request, "output", usage.output());
    metrics
        .counter("recruitflow.llm.cost.micros", "purpose", request.purpose().word())
        .increment(cost);
  }

  /** A call that failed on the way. */
  void failed(ModelRequest request, RuntimeException failure, long millis) {
    var outcome = failure.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    db.sql()
        .execute(
            INSERT,
            request.purpose().word(),
            request.version(),
            AnthropicModels.PROVIDER,
            request.purpose().model(settings),
            hash(request),
            outcome,
            null,
            null,
            null,
            null,
            null,
            null,
            millis,
            request.candidateId());
    measure(request, outcome, millis);
  }

  /** Writing to the provider's cache costs a quarter more than input, reading a tenth of it. */
  private long cost(String model, WireResponse.Usage usage) {
    var price = settings.prices().get(model);
    if (price == null) {
      return 0;
    }
    var input = usage.input() + 1.25 * usage.cacheWritten() + 0.1 * usage.cacheRead();
    return Math.round((input * price.input() + usage.output() * (double) price.output()) / 1e6);
  }

  private void measure(ModelRequest request, String outcome, long millis) {
    Timer.builder("recruitflow.llm.calls")
        .tag("purpose", request.purpose().word())
        .tag("outcome", outcome)
        .register(metrics)
        .record(millis, TimeUnit.MILLISECONDS);
  }

  private void count(ModelRequest request, String kind, int tokens) {
    metrics
        .counter("recruitflow.llm.tokens", "purpose", request.purpose().word(), "kind", kind)
        .increment(tokens);
  }

  private static String hash(ModelRequest request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(request.system().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(request.user().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

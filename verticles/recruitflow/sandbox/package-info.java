/**
 * The providers' stand-ins: one HTTP server on the loopback interface that speaks ElevenLabs,
 * Whapi, Gmail, Google's token endpoint and Anthropic, with people behind it who answer the phone
 * and send CVs. It starts inside the product when no provider is configured, or alone with {@code
 * --sandbox}.
 *
 * <p>Base URLs are {@code http://127.0.0.1:<port>/elevenlabs}, {@code /whapi}, {@code /gmail},
 * {@code /google/token} and {@code /anthropic}; the accepted credentials are {@link
 * recruitflow.sandbox.SandboxKeys}.
 *
 * <p>It is steered under {@code /control}:
 *
 * <ul>
 *   <li>{@code GET /ledger?provider&direction&method&path&after}: what was asked ({@code asked}),
 *       what happened to people ({@code acted}) and what was announced ({@code webhook}); {@code
 *       DELETE} forgets it
 *   <li>{@code POST /faults}: one {@link recruitflow.sandbox.Fault} or several; {@code DELETE}
 *       switches all off
 *   <li>{@code POST /people}: who answers at a number, {@code {phone, name, email, persona}}
 *   <li>{@code POST /webhooks}: where they go, {@code {elevenLabsUrl, elevenLabsSecret, whapiUrl,
 *       whapiHeader: {name, value}}}
 *   <li>{@code POST /elevenlabs/settings}: {@code {manual, minMillis, maxMillis, concurrency,
 *       retryPauses}}; {@code POST /elevenlabs/release}: {@code {phone, conversationId, step}} lets
 *       held calls go on
 * </ul>
 *
 * <p>Times in what the stand-ins tell are business time; the timestamps of signatures are real
 * time.
 */
package recruitflow.sandbox;

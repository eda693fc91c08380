/**
 * The providers' stand-ins: HTTP servers on the loopback interface that speak ElevenLabs, Whapi,
 * Gmail, Google's token endpoint and Anthropic, with people behind them who answer the phone and
 * send CVs. They start inside the product when no provider is configured, or alone with {@code
 * --sandbox}. Each provider has a folder; {@code people} and {@code judge} are shared.
 *
 * <p>Each provider has a root address of its own: with {@code SANDBOX_PORT} set those are the next
 * ports after it where they are free, in the order elevenlabs, whapi, anthropic, gmail, google;
 * {@code GET /control/roots} tells them. All are also under their names on {@code SANDBOX_PORT}:
 * {@code http://127.0.0.1:<port>/elevenlabs}, {@code /whapi}, {@code /anthropic}, {@code /gmail},
 * {@code /google/token}. The accepted credentials are {@link recruitflow.sandbox.SandboxKeys}.
 *
 * <p>It is steered under {@code /control} on the shared port:
 *
 * <ul>
 *   <li>{@code GET /roots}: the root address of each provider
 *   <li>{@code GET /ledger?provider&direction&method&path&after}: what was asked ({@code asked}),
 *       what happened to people ({@code acted}) and what was announced ({@code webhook}); {@code
 *       DELETE} forgets it
 *   <li>{@code POST /faults}: one {@link recruitflow.sandbox.faults.Fault} or several; {@code
 *       DELETE} switches all off
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

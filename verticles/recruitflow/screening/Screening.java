package recruitflow.screening;

import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import recruitflow.platform.Area;
import recruitflow.platform.House;
import recruitflow.platform.operations.Role;
import recruitflow.platform.settings.SettingsReader;
import recruitflow.screening.calls.CallsVerticle;
import recruitflow.screening.calls.voice.VoiceSettings;
import recruitflow.screening.cvs.CvRoutes;
import recruitflow.screening.cvs.CvsVerticle;
import recruitflow.screening.dashboard.DashboardVerticle;
import recruitflow.screening.evaluations.EvaluationsVerticle;
import recruitflow.screening.imports.ImportRoutes;
import recruitflow.screening.imports.ImportsVerticle;
import recruitflow.screening.inbound.InboundVerticle;
import recruitflow.screening.inbound.WebhookRoutes;
import recruitflow.screening.inbound.WebhookSettings;
import recruitflow.screening.messages.MessageSettings;
import recruitflow.screening.messages.MessagesVerticle;

/** Voice screening: leads are phoned, scored, asked for their CV and filed. */
public final class Screening implements Area {

  private final VoiceSettings voice;
  private final WebhookSettings webhooks;
  private final MessageSettings messages;

  public Screening(SettingsReader settings) {
    voice = VoiceSettings.read(settings);
    webhooks = WebhookSettings.read(settings);
    messages = MessageSettings.read(settings);
  }

  @Override
  public List<VerticleBase> verticles(House house) {
    return List.of(
        new CallsVerticle(house, voice),
        new ImportsVerticle(house),
        new DashboardVerticle(house),
        new MessagesVerticle(house, messages),
        new EvaluationsVerticle(house),
        new InboundVerticle(house),
        new CvsVerticle(house));
  }

  @Override
  public List<Consumer<Router>> routes(House house) {
    return List.of(
        new WebhookRoutes(house, webhooks)::mount,
        new ImportRoutes(house)::mount,
        new CvRoutes(house)::mount);
  }

  @Override
  public Map<String, Set<Role>> liveKinds() {
    return Map.of(
        "call",
        Set.of(Role.RECRUITER),
        "cv",
        Set.of(Role.RECRUITER),
        "import",
        Set.of(Role.RECRUITER),
        "import_progress",
        Set.of(Role.RECRUITER),
        "message",
        Set.of(Role.RECRUITER),
        "reply",
        Set.of(Role.RECRUITER));
  }
}

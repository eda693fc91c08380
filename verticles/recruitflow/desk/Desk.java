package recruitflow.desk;

import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import recruitflow.desk.applications.ApplicationsVerticle;
import recruitflow.desk.candidates.CandidatesVerticle;
import recruitflow.desk.positions.PositionsVerticle;
import recruitflow.platform.Area;
import recruitflow.platform.House;
import recruitflow.platform.operations.Role;

/** What every area looks up: positions, candidates, applications. */
public final class Desk implements Area {

  @Override
  public List<VerticleBase> verticles(House house) {
    return List.of(
        new PositionsVerticle(house),
        new CandidatesVerticle(house),
        new ApplicationsVerticle(house));
  }

  @Override
  public List<Consumer<Router>> routes(House house) {
    return List.of();
  }

  @Override
  public Map<String, Set<Role>> liveKinds() {
    return Map.of(
        "position",
        Set.of(Role.RECRUITER),
        "candidate",
        Set.of(Role.RECRUITER),
        "application",
        Set.of(Role.RECRUITER));
  }
}

package recruitflow.screening.cvs;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import recruitflow.domain.screening.cvs.CvLike;
import recruitflow.domain.screening.cvs.FileName;
import recruitflow.platform.Bus;
import recruitflow.platform.House;
import recruitflow.platform.http.bodies.UploadForm;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.RestDoor;
import recruitflow.platform.operations.Role;

/** Files go in and out beside the operations: one upload, two downloads. */
public final class CvRoutes {
  /**
   * Where the door asks for a file: {@code {of, id}} gives {@code {hash, fileName, contentType}}.
   */
  static final String DOWNLOAD = "cvs.download";

  private static final UploadForm.Limits LIMITS =
      new UploadForm.Limits(CvLike.LARGEST, "A CV may have 25 MB.", Duration.ofSeconds(30));
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

  private final House house;

  public CvRoutes(House house) {
    this.house = house;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.post("/api/applications/:id/cvs").handler(this::upload);
    router.get("/api/cvs/:id/file").handler(request -> download(request, "cv"));
    router
        .get("/api/inbound/unmatched/:id/file")
        .handler(request -> download(request, "unmatched"));
  }

  private void upload(RoutingContext request) {
    request.request().pause();
    house
        .operations()
        .access()
        .require(request, Role.RECRUITER)
        .compose(
            caller ->
                UploadForm.read(request, house.bodies().budget(), LIMITS)
                    .compose(this::stored)
                    .compose(
                        stored ->
                            Bus.ask(
                                house.vertx(),
                                UploadCv.ADDRESS,
                                stored
                                    .put("applicationId", id(request))
                                    .put("userId", caller.userId()),
                                ANSWER_LIMIT)))
        .onSuccess(answer -> RestDoor.answer(request, 200, answer))
        .onFailure(e -> RestDoor.refuse(request, e));
  }

  private Future<JsonObject> stored(Optional<UploadForm.Uploaded> upload) {
    var file = upload.orElseThrow(() -> Failure.invalid("file", "A file is needed."));
    return house
        .files()
        .write(file.content())
        .map(
            stored ->
                new JsonObject()
                    .put("fileName", file.fileName())
                    .put("hash", stored.hash())
                    .put("size", stored.size()));
  }

  private void download(RoutingContext request, String of) {
    house
        .operations()
        .access()
        .require(request, Role.RECRUITER)
        .compose(caller -> ask(of, id(request)))
        .onSuccess(file -> send(request, file))
        .onFailure(e -> RestDoor.fail(request, e));
  }

  private Future<JsonObject> ask(String of, long id) {
    var question = new JsonObject().put("of", of).put("id", id);
    return Bus.ask(house.vertx(), DOWNLOAD, question, ANSWER_LIMIT);
  }

  /** Never shown by a browser in our name: saved as a file, by a type of ours, without guessing. */
  private void send(RoutingContext request, JsonObject file) {
    house
        .files()
        .read(file.getString("hash"))
        .onSuccess(
            content ->
                request
                    .response()
                    .putHeader("Content-Type", CvLike.Kinds.served(file.getString("contentType")))
                    .putHeader(
                        "Content-Disposition",
                        new FileName(file.getString("fileName")).asAttachment())
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                    .putHeader("Cache-Control", "private, no-store")
                    .end(content))
        .onFailure(e -> RestDoor.fail(request, e));
  }

  private static long id(RoutingContext request) {
    var id = request.pathParam("id");
    if (!id.matches("[0-9]{1,18}")) throw Failure.notFound("address");
    return Long.parseLong(id);
  }
}

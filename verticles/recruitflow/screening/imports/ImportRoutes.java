package recruitflow.screening.imports;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import recruitflow.domain.screening.cvs.FileName;
import recruitflow.domain.screening.leads.LeadFile;
import recruitflow.domain.screening.leads.demo.DemoLeads;
import recruitflow.platform.Bus;
import recruitflow.platform.House;
import recruitflow.platform.Json;
import recruitflow.platform.http.bodies.UploadForm;
import recruitflow.platform.http.bodies.UploadForm.Uploaded;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.RestDoor;
import recruitflow.platform.operations.Role;
import recruitflow.screening.imports.ImportOperations.Upload;

/** The upload of a lead file, and the download of the one that comes with the sandbox. */
public final class ImportRoutes {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final UploadForm.Limits LIMITS =
      new UploadForm.Limits(
          LeadFile.MAX_BYTES,
          "A lead file may have at most " + LeadFile.MAX_BYTES / 1024 / 1024 + " MB.",
          Duration.ofSeconds(60));

  private final House house;

  public ImportRoutes(House house) {
    this.house = house;
  }

  /** Adds the two routes. */
  public void mount(Router router) {
    router.post("/api/imports").handler(this::upload);
    if (house.settings().sandbox().on()) {
      router.get("/api/imports/demo-file").handler(this::demoFile);
    }
  }

  private void upload(RoutingContext context) {
    context.request().pause();
    house
        .operations()
        .access()
        .require(context, Role.RECRUITER)
        .compose(
            caller ->
                UploadForm.read(context, house.bodies().budget(), LIMITS)
                    .compose(file -> received(context.request(), caller, file)))
        .onSuccess(preview -> RestDoor.answer(context, 200, preview))
        .onFailure(e -> RestDoor.refuse(context, e));
  }

  private Future<JsonObject> received(
      HttpServerRequest request, Caller caller, Optional<Uploaded> file) {
    var upload = upload(request, file);
    var body =
        new JsonObject()
            .put("caller", Json.of(caller))
            .put("upload", Json.of(upload))
            .put("file", file.orElseThrow().content());
    return Bus.ask(house.vertx(), ImportsVerticle.UPLOAD, body, LIMIT);
  }

  private static Upload upload(HttpServerRequest request, Optional<Uploaded> file) {
    var wrong = new LinkedHashMap<String, String>();
    if (file.isEmpty()) {
      wrong.put("file", "is needed");
    }
    var position = request.getFormAttribute("positionId");
    if (position == null || !position.matches("[0-9]{1,18}")) {
      wrong.put("positionId", "must be the id of a position");
    }
    if (!wrong.isEmpty()) {
      throw Failure.invalid(wrong);
    }
    return new Upload(
        FileName.clean(file.get().fileName(), "leads.csv").shown(),
        Long.parseLong(position),
        request.getFormAttribute("encoding"),
        request.getFormAttribute("delimiter"),
        mapping(request.getFormAttribute("mapping")));
  }

  /** A JSON object from header to field. */
  private static Map<String, String> mapping(String text) {
    var mapping = new LinkedHashMap<String, String>();
    try {
      new JsonObject(text == null || text.isBlank() ? "{}" : text)
          .forEach(entry -> mapping.put(entry.getKey(), String.valueOf(entry.getValue())));
      return mapping;
    } catch (DecodeException e) {
      throw Failure.invalid("mapping", "must be a JSON object from header to field");
    }
  }

  private void demoFile(RoutingContext context) {
    house
        .operations()
        .access()
        .require(context, Role.RECRUITER)
        .onSuccess(
            caller ->
                context
                    .response()
                    .putHeader("Content-Type", "text/csv; charset=utf-16le")
                    .putHeader(
                        "Content-Disposition", new FileName(DemoLeads.FILE_NAME).asAttachment())
                    .end(Buffer.buffer(DemoLeads.file())))
        .onFailure(e -> RestDoor.fail(context, e));
  }
}

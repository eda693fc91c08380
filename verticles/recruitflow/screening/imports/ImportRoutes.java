package recruitflow.screening.imports;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import recruitflow.domain.screening.cvs.FileName;
import recruitflow.domain.screening.leads.LeadFile;
import recruitflow.domain.screening.leads.demo.DemoLeads;
import recruitflow.platform.Bus;
import recruitflow.platform.House;
import recruitflow.platform.Json;
import recruitflow.platform.http.BodyDeadline;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.RestDoor;
import recruitflow.platform.operations.Role;
import recruitflow.screening.imports.ImportOperations.Upload;

/** The upload of a lead file, and the download of the one that comes with the sandbox. */
public final class ImportRoutes {
  private static final Duration BODY_LIMIT = Duration.ofSeconds(60);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long LARGEST = LeadFile.MAX_BYTES + 64 * 1024L;

  private final House house;

  public ImportRoutes(House house) {
    this.house = house;
  }

  /** Adds the two routes. */
  public void mount(Router router) {
    router.post("/api/imports").handler(new BodyDeadline(BODY_LIMIT)).handler(this::upload);
    if (house.settings().sandbox().on()) {
      router.get("/api/imports/demo-file").handler(this::demoFile);
    }
  }

  // The body waits until we know who sends it.
  private void upload(RoutingContext context) {
    var request = context.request().pause();
    house
        .operations()
        .access()
        .require(context, Role.RECRUITER)
        .onSuccess(caller -> receive(context, request, caller))
        .onFailure(e -> refuse(context, e));
  }

  private void receive(RoutingContext context, HttpServerRequest request, Caller caller) {
    var type = request.getHeader("Content-Type");
    if (type == null || !type.startsWith("multipart/form-data")) {
      refuse(context, Failure.badRequest("The body must be multipart/form-data."));
      return;
    }
    if (declared(request) > LARGEST) {
      refuse(context, tooLarge());
      return;
    }
    var part = new Part();
    request.setExpectMultipart(true);
    request.uploadHandler(upload -> part.take(upload, context));
    request.exceptionHandler(e -> refuse(context, Failure.badRequest("The upload broke off.")));
    request.endHandler(end -> received(context, caller, part));
    request.resume();
  }

  private static long declared(HttpServerRequest request) {
    try {
      var length = request.getHeader("Content-Length");
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Failure tooLarge() {
    return Failure.tooLarge(
        "A lead file may have at most " + LeadFile.MAX_BYTES / 1024 / 1024 + " MB.");
  }

  /** The file of the form, gathered as it comes and dropped when it grows too large. */
  private static final class Part {
    private String name;
    private Buffer bytes = Buffer.buffer();

    void take(HttpServerFileUpload upload, RoutingContext context) {
      boolean wanted = upload.name().equals("file") && name == null;
      if (wanted) {
        name = upload.filename();
      }
      upload.handler(
          chunk -> {
            if (wanted && bytes.length() <= LARGEST) {
              bytes.appendBuffer(chunk);
            }
          });
    }
  }

  private void received(RoutingContext context, Caller caller, Part part) {
    if (context.response().ended()) {
      return;
    }
    if (part.bytes.length() > LeadFile.MAX_BYTES) {
      refuse(context, tooLarge());
      return;
    }
    try {
      var upload = upload(context.request(), part);
      var body =
          new JsonObject()
              .put("caller", Json.of(caller))
              .put("upload", Json.of(upload))
              .put("file", part.bytes);
      Bus.ask(house.vertx(), ImportsVerticle.UPLOAD, body, LIMIT)
          .onSuccess(preview -> RestDoor.answer(context, 200, preview))
          .onFailure(e -> RestDoor.fail(context, e));
    } catch (Failure e) {
      RestDoor.fail(context, e);
    }
  }

  private static Upload upload(HttpServerRequest request, Part part) {
    var wrong = new LinkedHashMap<String, String>();
    if (part.name == null) {
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
        FileName.clean(part.name, "leads.csv").shown(),
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

  /** Answers, and ends the connection when the rest of the body is not worth waiting for. */
  private static void refuse(RoutingContext context, Throwable why) {
    if (!context.response().ended()) {
      if (!context.request().isEnded()) {
        context.response().putHeader("Connection", "close");
      }
      RestDoor.fail(context, why);
      context.request().resume();
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

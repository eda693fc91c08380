package recruitflow.platform.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/** The SPA: files as built, and its start page for every address that is not a file. */
final class Pages {

  private static final int A_YEAR = 365 * 24 * 3600;

  void mount(Router router) {
    router
        .route("/assets/*")
        .handler(
            StaticHandler.create("webroot/dist/assets")
                .setMaxAgeSeconds(A_YEAR)
                .setCachingEnabled(true))
        .handler(request -> request.response().setStatusCode(404).end());
    router
        .route()
        .method(HttpMethod.GET)
        .handler(
            StaticHandler.create("webroot/dist")
                .setCachingEnabled(false)
                .setIndexPage("index.html"))
        .handler(this::start);
  }

  private void start(RoutingContext request) {
    request
        .response()
        .putHeader("Content-Type", "text/html;charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .sendFile("webroot/dist/index.html")
        .onFailure(
            e ->
                request
                    .response()
                    .setStatusCode(404)
                    .end("The pages are not built: run the Maven build once."));
  }
}

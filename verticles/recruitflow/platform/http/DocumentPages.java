package recruitflow.platform.http;

import io.vertx.ext.web.Router;
import java.util.Locale;
import recruitflow.platform.operations.RestDoor;
import recruitflow.platform.operations.documents.Documents;

/** {@code /api/openapi.json}, and the same as a page that a person can read. */
record DocumentPages(Documents documents) {

  void mount(Router router) {
    router
        .get("/api/openapi.json")
        .handler(request -> RestDoor.answer(request, 200, documents.openApi()));
    router
        .get("/api/docs")
        .handler(
            request ->
                request
                    .response()
                    .putHeader("Content-Type", "text/html;charset=utf-8")
                    .end(page()));
  }

  private String page() {
    var html =
        new StringBuilder(
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>RecruitFlow API</title>
            <meta name="viewport" content="width=device-width">
            <style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem;
            color-scheme:light dark}code{background:#8882;padding:.1em .3em;border-radius:.2em}
            h2{margin:1.6em 0 0;font-size:1em}p{margin:.2em 0}</style>
            <h1>RecruitFlow API</h1>
            <p>Every operation can also be called by JSON-RPC at <code>/rpc</code> under its name.
            The document: <a href="/api/openapi.json">openapi.json</a>.</p>
            """);
    var paths = documents.openApi().getJsonObject("paths");
    for (var path : paths.fieldNames())
      for (var method : paths.getJsonObject(path).fieldNames()) {
        var operation = paths.getJsonObject(path).getJsonObject(method);
        html.append("<h2><code>")
            .append(method.toUpperCase(Locale.ROOT))
            .append(' ')
            .append(path)
            .append("</code> ")
            .append(operation.getString("operationId"))
            .append("</h2><p>")
            .append(operation.getString("summary"))
            .append("</p>\n");
      }
    return html.toString();
  }
}

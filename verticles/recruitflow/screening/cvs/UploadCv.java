package recruitflow.screening.cvs;

import io.vertx.core.json.JsonObject;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.screening.cvs.CvLike;
import recruitflow.domain.screening.cvs.CvMatch;
import recruitflow.domain.screening.cvs.CvSource;
import recruitflow.domain.screening.cvs.FileName;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.files.FileStore.Stored;
import recruitflow.platform.operations.Failure;
import recruitflow.screening.cvs.files.FileKind;
import recruitflow.screening.cvs.files.IncomingFile;

/** A recruiter puts a CV with an application. The same file twice is the same CV. */
final class UploadCv {
  /** Where the door hands over a file that it has stored. */
  static final String ADDRESS = "cvs.upload";

  private final House house;
  private final FileCv fileCv;
  private final CvStore store = new CvStore();
  private final UnmatchedStore items = new UnmatchedStore();

  UploadCv(House house, FileCv fileCv) {
    this.house = house;
    this.fileCv = fileCv;
  }

  /** Takes {@code {applicationId, userId, fileName, hash, size}}, gives {@code {id, …, status}}. */
  JsonObject run(JsonObject upload) {
    var stored = new Stored(upload.getString("hash"), upload.getLong("size"));
    var name = FileName.clean(upload.getString("fileName"), "cv");
    var type = FileKind.of(house.files().read(stored.hash()).await());
    var doubtful =
        switch (CvLike.judge(
            new CvLike.Attachment(name, type, stored.size(), CvLike.Place.CHOSEN))) {
          case CvLike.Cv(var doubt) -> doubt;
          case CvLike.TooLarge _ -> throw Failure.tooLarge("A CV may have 25 MB.");
          case CvLike.Ignored(var why) -> throw refused(why);
          case CvLike.Look _, CvLike.Envelope _ -> throw refused("not a document");
        };
    var file = IncomingFile.cv(name, type, stored, doubtful);
    return house.db().inTransaction(sql -> keep(sql, upload, file));
  }

  private static Failure refused(String why) {
    return Failure.invalid("file", "This is no CV that we can take: " + why + ".");
  }

  private JsonObject keep(Sql sql, JsonObject upload, IncomingFile file) {
    var applicationId = upload.getLong("applicationId");
    var owner =
        store.application(sql, applicationId).orElseThrow(() -> Failure.notFound("application"));
    var stored = file.stored().orElseThrow();
    house.files().keep(sql, stored, file.contentType());
    var match = CvMatch.byHand(owner.candidateId(), owner.applications().getFirst());
    var origin =
        new FileCv.Origin(
            CvSource.MANUAL_UPLOAD,
            "manual:" + stored.hash(),
            house.clock().now(),
            upload.getLong("userId"));
    fileCv.file(sql, match, file, origin);
    items.settleWithoutFile(sql, applicationId, house.clock().now());
    var id = store.cvOf(sql, applicationId, origin.key());
    var status =
        ApplicationWriter.lock(sql, applicationId).map(ApplicationStatus::text).orElseThrow();
    return new JsonObject()
        .put("id", id)
        .put("applicationId", applicationId)
        .put("fileName", file.name().shown())
        .put("contentType", file.contentType())
        .put("size", stored.size())
        .put("status", status);
  }
}

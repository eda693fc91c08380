package recruitflow.desk.applications;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import recruitflow.desk.applications.ApplicationDetail.CallPart;
import recruitflow.desk.applications.ApplicationDetail.CvPart;
import recruitflow.desk.applications.ApplicationDetail.EvaluationPart;
import recruitflow.desk.applications.ApplicationDetail.MessagePart;
import recruitflow.desk.applications.ApplicationDetail.Moment;
import recruitflow.desk.applications.ApplicationDetail.NotePart;
import recruitflow.desk.applications.ApplicationDetail.ReplyPart;

/** Everything that happened to an application, in the order of time. */
final class Timeline {
  private final List<Moment> moments;

  Timeline(List<Moment> statusChanges) {
    this.moments = new ArrayList<>(statusChanges);
  }

  Timeline calls(List<CallPart> calls) {
    for (var call : calls) {
      var at = call.endedAt() == null ? call.initiatedAt() : call.endedAt();
      moments.add(
          new Moment(at, "call", null, call.status(), null, call.summaryTitle(), call.id()));
    }
    return this;
  }

  Timeline evaluations(List<EvaluationPart> evaluations) {
    for (var verdict : evaluations) {
      moments.add(
          new Moment(
              verdict.evaluatedAt(),
              "evaluation",
              null,
              verdict.outcome(),
              null,
              String.valueOf(verdict.score()),
              verdict.id()));
    }
    return this;
  }

  Timeline messages(List<MessagePart> messages) {
    for (var message : messages) {
      var at = message.sentAt() == null ? message.createdAt() : message.sentAt();
      moments.add(
          new Moment(
              at,
              "message",
              message.channel(),
              message.status(),
              null,
              message.messageType(),
              message.id()));
    }
    return this;
  }

  Timeline replies(List<ReplyPart> replies) {
    for (var reply : replies) {
      moments.add(
          new Moment(
              reply.receivedAt(),
              "reply",
              reply.channel(),
              null,
              reply.sender(),
              reply.subject(),
              reply.id()));
    }
    return this;
  }

  Timeline cvs(List<CvPart> cvs) {
    for (var cv : cvs) {
      moments.add(
          new Moment(cv.receivedAt(), "cv", cv.source(), null, null, cv.fileName(), cv.id()));
    }
    return this;
  }

  Timeline notes(List<NotePart> notes) {
    for (var note : notes) {
      moments.add(
          new Moment(note.createdAt(), "note", null, null, note.author(), note.body(), note.id()));
    }
    return this;
  }

  List<Moment> sorted() {
    return moments.stream().sorted(Comparator.comparing(Moment::at)).toList();
  }
}

package recruitflow.screening.cvs.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hsmf.MAPIMessage;
import recruitflow.domain.screening.cvs.CvLike;
import recruitflow.domain.screening.cvs.CvLike.Place;

/** Files in what Outlook makes of a letter: winmail.dat, or a message saved to a file. */
final class OutlookFiles {
  static {
    TNEFAttribute.setMaxRecordLength((int) CvLike.LARGEST);
  }

  private OutlookFiles() {}

  static Content ofTnef(byte[] bytes) throws IOException {
    var collected = new Collected();
    for (var file : new HMEFMessage(new ByteArrayInputStream(bytes)).getAttachments()) {
      if (!collected.add(name(file), "", Place.ATTACHED, content(file.getContents()))) break;
    }
    return collected.orOnlyText();
  }

  private static String name(Attachment file) {
    var written = file.getLongFilename();
    return written == null || written.isBlank() ? String.valueOf(file.getFilename()) : written;
  }

  static Content ofMessage(byte[] bytes) throws IOException {
    var collected = new Collected();
    try (var message = new MAPIMessage(new ByteArrayInputStream(bytes))) {
      for (var file : message.getAttachmentFiles()) {
        if (file.isEmbeddedMessage()) return collected.broken();
        var data = file.getAttachData() == null ? null : file.getAttachData().getValue();
        var name = String.valueOf(file.getAttachLongFileName());
        if (!collected.add(name, "", Place.ATTACHED, content(data))) break;
      }
    }
    return collected.orOnlyText();
  }

  private static ByteArrayInputStream content(byte[] bytes) {
    return new ByteArrayInputStream(bytes == null ? new byte[0] : bytes);
  }
}

package recruitflow.screening.messages;

import java.util.Optional;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.candidates.EmailAddress;
import recruitflow.domain.desk.candidates.PhoneNumber;
import recruitflow.domain.desk.positions.PositionStatus;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.messages.MessageTemplate.Occasion;

/** Who a message about an application goes to, and about what. */
record Recipient(
    long applicationId,
    long candidateId,
    ApplicationStatus status,
    String firstName,
    String email,
    String whatsAppNumber,
    String positionTitle,
    String language,
    PositionStatus positionStatus,
    boolean hasCv,
    boolean fileWaits) {

  Occasion occasion() {
    return new Occasion(firstName, positionTitle, applicationId);
  }

  boolean isPositionClosed() {
    return positionStatus == PositionStatus.CLOSED;
  }

  /** Where to write on this channel; empty when there is no usable address. */
  Optional<String> address(Channel channel, String phoneRegion) {
    return switch (channel) {
      case EMAIL -> Optional.of(email).filter(EmailAddress::isPlausible);
      case WHATSAPP -> PhoneNumber.parse(whatsAppNumber, phoneRegion).map(PhoneNumber::e164);
    };
  }

  /** Why there is no address. */
  static String missing(Channel channel) {
    return switch (channel) {
      case EMAIL -> "The candidate has no usable e-mail address.";
      case WHATSAPP -> "The candidate has no usable phone number.";
    };
  }
}

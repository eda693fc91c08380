package recruitflow.desk.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import recruitflow.desk.applications.ApplicationOperations.ApplicationIds;
import recruitflow.desk.applications.ApplicationOperations.ApplicationList;
import recruitflow.desk.applications.ApplicationOperations.ListApplications;
import recruitflow.desk.applications.ApplicationStore.Cursor;
import recruitflow.desk.candidates.CandidateSearch;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.platform.House;
import recruitflow.platform.database.Conditions;
import recruitflow.platform.database.Db;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Page;

/** The list of applications with its filters, by page or as ids. */
public final class ListApplicationsRead {
  private static final int MOST_IDS = 10_000;

  private final House house;
  private final ApplicationStore store = new ApplicationStore();

  public ListApplicationsRead(House house) {
    this.house = house;
  }

  ApplicationList list(Caller caller, ListApplications asked) {
    var page = Page.beside(asked.after(), asked.page(), asked.pageSize());
    var size = page.size();
    var filters = filters(asked);
    var sql = house.db().sql();
    var found = store.list(sql, following(filters, asked.after()), page);
    var items = found.subList(0, Math.min(size, found.size()));
    var next = found.size() > size ? Cursor.of(items.getLast()).text() : null;
    return new ApplicationList(List.copyOf(items), store.count(sql, filters), next);
  }

  ApplicationIds ids(Caller caller, ListApplications asked) {
    return new ApplicationIds(store.ids(house.db().sql(), filters(asked), MOST_IDS));
  }

  private static Conditions following(Conditions filters, String after) {
    if (after == null) {
      return filters;
    }
    var cursor =
        Cursor.read(after)
            .orElseThrow(() -> Failure.invalid("after", "is not a cursor of this list"));
    return filters
        .copy()
        .and("(a.last_activity_at, a.id) < (?, ?)", cursor.lastActivityAt(), cursor.id());
  }

  private Conditions filters(ListApplications asked) {
    var filters = new Conditions();
    if (asked.positionId() != null) {
      filters.and("a.position_id = ?", asked.positionId());
    }
    if (asked.status() != null && !asked.status().isEmpty()) {
      filters.and("a.status = any (?)", (Object) texts(asked.status()));
    }
    if (asked.group() != null) {
      filters.and("a.status = any (?)", (Object) texts(asked.group().statuses()));
    }
    if (asked.assignedTo() != null) {
      filters.and("a.assigned_to = ?", asked.assignedTo());
    }
    qualified(filters, asked.qualified());
    times(filters, asked);
    CandidateSearch.narrow(filters, asked.q(), true);
    return filters;
  }

  private static String[] texts(List<ApplicationStatus> statuses) {
    return statuses.stream().map(ApplicationStatus::text).toArray(String[]::new);
  }

  private static void qualified(Conditions filters, String asked) {
    if ("none".equals(asked)) {
      filters.and("a.qualified is null");
    } else if (asked != null) {
      filters.and("a.qualified = ?", asked.equals("true"));
    }
  }

  private void times(Conditions filters, ListApplications asked) {
    var zone = house.settings().timeZone();
    if (asked.from() != null) {
      filters.and("a.last_activity_at >= ?", Db.time(moment("from", asked.from(), zone, 0)));
    }
    if (asked.to() != null) {
      filters.and("a.last_activity_at < ?", Db.time(moment("to", asked.to(), zone, 1)));
    }
  }

  private static Instant moment(String field, String text, ZoneId zone, int daysOn) {
    if (text.matches("[0-9]{4}-.*")) { // four digits: what the database can compare
      try {
        return text.contains("T")
            ? Instant.parse(text)
            : LocalDate.parse(text).plusDays(daysOn).atStartOfDay(zone).toInstant();
      } catch (DateTimeParseException e) {
        throw notATime(field);
      }
    }
    throw notATime(field);
  }

  private static Failure notATime(String field) {
    return Failure.invalid(field, "must be a day such as 2026-05-01 or a time");
  }
}

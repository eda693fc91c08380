import { fromDate, parseDate, parseDateTime, toZoned } from '@internationalized/date';

/** The moment that a day and an hour mean in the house's zone; null while they are no date. */
export function momentOf(day: string, time: string, zone: string): Date | null {
  try {
    return toZoned(parseDateTime(`${day}T${time}`), zone).toDate();
  } catch {
    return null;
  }
}

/** Day and hour of a moment in the house's zone, as form fields take them. */
export function fieldsOf(moment: Date, zone: string): { day: string; time: string } {
  const text = fromDate(moment, zone).toString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

/** The first moment of a day, or of the day after it; empty text for what is no day. */
export function startOf(day: string, zone: string, daysOn = 0): string {
  try {
    return parseDate(day).add({ days: daysOn }).toDate(zone).toISOString();
  } catch {
    return '';
  }
}

import { about } from '../about/about.svelte';
import { language } from './locale.svelte';

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language.current}|${about.timeZone}|${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language.current === 'en' ? 'en-GB' : language.current, {
      timeZone: about.timeZone,
      ...options,
    });
    formats.set(key, format);
  }
  return format;
}

const show = (instant: string | Date | null | undefined, options: Intl.DateTimeFormatOptions) =>
  instant ? dateFormat(options).format(new Date(instant)) : '';

/** All dates and times are shown in the house's time zone, whatever the browser's is. */
export const date = (instant: string | Date | null | undefined) =>
  show(instant, { day: 'numeric', month: 'short', year: 'numeric' });
export const time = (instant: string | Date | null | undefined) =>
  show(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
export const dateTime = (instant: string | Date | null | undefined) =>
  show(instant, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
export const exact = (instant: string | Date | null | undefined) =>
  show(instant, { dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' });

/** Time only for today's instants, day and month for this year's, else the full date. */
export function shortWhen(instant: string | null | undefined): string {
  if (!instant) return '';
  if (date(instant) === date(about.now)) return time(instant);
  const sameYear = show(instant, { year: 'numeric' }) === show(about.now, { year: 'numeric' });
  if (!sameYear) return date(instant);
  return show(instant, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** “3 minutes ago”, “in 2 hours”, against business time or the given one. */
export function relative(instant: string | null | undefined, from: Date = about.now): string {
  if (!instant) return '';
  const seconds = (Date.parse(instant) - from.getTime()) / 1000;
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(language.current, { numeric: 'auto' }).format(
    Math.round(seconds / size),
    unit,
  );
}

export const number = (value: number) => new Intl.NumberFormat(language.current).format(value);

/** 75 → “1:15”, 3675 → “1:01:15”. */
export function duration(seconds: number | null | undefined): string {
  if (seconds == null) return '';
  const whole = Math.max(0, Math.round(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Seconds as a length in words of the language: “15 min”, “2 hr”. */
export function span(seconds: number): string {
  const [unit, size] = (
    seconds >= 86_400
      ? ['day', 86_400]
      : seconds >= 3600
        ? ['hour', 3600]
        : seconds >= 60
          ? ['minute', 60]
          : ['second', 1]
  ) as ['day' | 'hour' | 'minute' | 'second', number];
  const value = Math.round((seconds / size) * 10) / 10;
  return new Intl.NumberFormat(language.current, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

/** The name of a language, in the language of the screens or in the given one. */
export function languageName(code: string, inLocale: string = language.current): string {
  try {
    return new Intl.DisplayNames([inLocale], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Text made comparable: lower case and without diacritics, so that “stefan” finds “Ștefan”. */
export const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

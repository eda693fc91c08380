import { beforeEach, expect, test, vi } from 'vitest';
import { date, duration, folded, relative, shortWhen, span, time } from './format';
import { language } from './locale.svelte';
import { about } from '../about/about.svelte';

// The language is chosen when the module is read, from the browser's list.
vi.hoisted(() => vi.stubGlobal('navigator', { languages: ['en'] }));

beforeEach(() => {
  language.current = 'en';
  about.data = {
    sandbox: false,
    sandboxSpeed: 1,
    businessNow: '2026-11-21T10:00:00Z',
    timeZone: 'Europe/Bucharest',
    version: '1',
    demoLogin: null,
  };
});

test('times are those of the house, across the change to winter time', () => {
  expect(time('2026-10-24T21:30:00Z')).toBe('00:30');
  expect(time('2026-10-25T21:30:00Z')).toBe('23:30');
  expect(date('2026-10-24T21:30:00Z')).toBe('25 Oct 2026');
});

test('dates follow the language', () => {
  language.current = 'ro';
  expect(date('2026-11-21T10:00:00Z')).toBe('21 nov. 2026');
});

test('nothing is shown for no instant', () => {
  expect([date(null), shortWhen(undefined), relative(null), duration(null)]).toEqual(['', '', '', '']);
});

test('lengths are short', () => {
  expect([duration(5), duration(75), duration(3675)]).toEqual(['0:05', '1:15', '1:01:15']);
  expect([span(60), span(5400), span(86_400)]).toEqual(['1 min', '1.5 hr', '1 day']);
});

test('distance is told in the largest fitting unit, both ways', () => {
  const now = new Date('2026-11-21T10:00:00Z');
  expect(relative('2026-11-21T09:57:00Z', now)).toBe('3 minutes ago');
  expect(relative('2026-11-23T10:00:00Z', now)).toBe('in 2 days');
  expect(relative('2026-11-21T10:00:00Z', now)).toBe('now');
});

test('search ignores case and diacritics', () =>
  expect(folded('Ștefan ȚEPEȘ Kateřina')).toBe('stefan tepes katerina'));

import { beforeEach, expect, test, vi } from 'vitest';
import { api, fileNameIn, queryString, told } from './client';
import { ApiError } from './errors';
import { session } from '../session/session.svelte';

const answer = (status: number, body: unknown, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const login = (accessToken: string) =>
  answer(200, { accessToken, expiresInSeconds: 900, user: { id: 1, roles: ['recruiter'] } });
const pathOf = (asked: string | URL | Request) =>
  new URL(asked instanceof Request ? asked.url : asked, 'http://localhost').pathname;
const called = () => vi.mocked(fetch).mock.calls.map(([asked]) => pathOf(asked));
const position = { params: { path: { id: 1 } } };

beforeEach(async () => {
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('fetch', vi.fn());
  vi.mocked(fetch).mockResolvedValueOnce(login('old'));
  await session.login('a@example.com', 'secret');
  vi.mocked(fetch).mockClear();
});

test('a token that ran out is renewed once and the request repeated with the new one', async () => {
  vi.mocked(fetch)
    .mockResolvedValueOnce(answer(401, {}))
    .mockResolvedValueOnce(login('new'))
    .mockResolvedValueOnce(answer(200, { items: [] }));
  expect(await told(api.GET('/api/positions'))).toEqual({ items: [] });
  expect(called()).toEqual(['/api/positions', '/api/auth/refresh', '/api/positions']);
  const repeated = vi.mocked(fetch).mock.calls[2]?.[0] as Request;
  expect(repeated.headers.get('Authorization')).toBe('Bearer new');
});

test('requests that find the token expired together share one renewal', async () => {
  vi.mocked(fetch).mockImplementation((path) => {
    if (pathOf(path) === '/api/auth/refresh') return Promise.resolve(login('new'));
    return Promise.resolve(answer(session.accessToken === 'new' ? 200 : 401, {}));
  });
  await Promise.all([api.GET('/api/users'), api.GET('/api/jobs')]);
  expect(called().filter((path) => path === '/api/auth/refresh')).toHaveLength(1);
});

test('a refused renewal ends the session, which says that it expired', async () => {
  vi.mocked(fetch).mockImplementation(() => Promise.resolve(answer(401, {})));
  await expect(api.GET('/api/positions')).rejects.toMatchObject({ code: 'unauthorized' });
  expect(session.state).toBe('out');
  expect(session.expired).toBe(true);
});

test('a server that is away keeps the session', async () => {
  vi.mocked(fetch).mockResolvedValueOnce(answer(401, {})).mockResolvedValueOnce(answer(503, {}));
  await expect(api.GET('/api/positions')).rejects.toBeInstanceOf(ApiError);
  expect(session.state).toBe('in');
});

test('no answer at all is told apart from a refusal', async () => {
  vi.mocked(fetch).mockRejectedValueOnce(new TypeError('failed to fetch'));
  await expect(api.POST('/api/jobs/{name}/run', { params: { path: { name: 'x' } } })).rejects.toMatchObject({
    code: 'offline',
  });
});

test('a refusal carries its fields, its pause and the present record', async () => {
  const body = {
    error: { code: 'conflict', message: 'changed', fields: { title: 'x' }, current: { version: 4 } },
  };
  vi.mocked(fetch).mockResolvedValueOnce(answer(409, body, { 'Retry-After': '7' }));
  await expect(api.GET('/api/positions/{id}', position)).rejects.toMatchObject({
    code: 'conflict',
    message: 'changed',
    fields: { title: 'x' },
    retryAfterSeconds: 7,
    current: { version: 4 },
  });
});

test.each([
  [413, 'too_large'],
  [502, 'unavailable'],
  [418, 'internal'],
])('status %i without a readable body is %s', async (status, code) => {
  vi.mocked(fetch).mockResolvedValueOnce(new Response('<html>', { status }));
  await expect(api.GET('/api/jobs')).rejects.toMatchObject({ code });
});

test('what is sent again after a renewal is sent whole', async () => {
  const bodies: string[] = [];
  vi.mocked(fetch).mockImplementation(async (asked) => {
    if (pathOf(asked) === '/api/auth/refresh') return login('new');
    bodies.push(await (asked as Request).text());
    return answer(session.accessToken === 'new' ? 200 : 401, {});
  });
  await api.POST('/api/applications/trigger-calls', { body: { applicationIds: [7] } });
  expect(bodies).toEqual(['{"applicationIds":[7]}', '{"applicationIds":[7]}']);
});

test('an empty answer is nothing', async () => {
  vi.mocked(fetch).mockResolvedValueOnce(new Response(null, { status: 204 }));
  expect(await told(api.DELETE('/api/imports/{id}', position))).toBeUndefined();
});

test('queries leave out what is empty and join lists', () => {
  expect(queryString({ q: 'a b', status: ['open', 'paused'], page: 0, after: null, x: '', y: [] })).toBe(
    'q=a+b&status=open%2Cpaused&page=0',
  );
  expect(queryString()).toBe('');
});

test('file names are read in both spellings', () => {
  expect(fileNameIn(`attachment; filename="cv.pdf"; filename*=UTF-8''%C8%98tefan%20cv.pdf`)).toBe(
    'Ștefan cv.pdf',
  );
  expect(fileNameIn('attachment; filename="cv one.pdf"')).toBe('cv one.pdf');
  expect(fileNameIn('inline')).toBeNull();
});

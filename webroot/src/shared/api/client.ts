import createClient from 'openapi-fetch';
import type { paths } from './openapi';
import { session } from '$shared/session/session.svelte';
import { ApiError, refusalOf } from './errors';

export type Query = Record<string, unknown>;

/** `{status: ['a', 'b'], q: ''}` → `status=a,b`: lists are joined, empty values left out. */
export function queryString(query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text !== '') params.set(name, text);
  }
  return params.toString();
}

async function send(request: Request): Promise<Response> {
  for (const [name, value] of Object.entries(session.headers())) request.headers.set(name, value);
  return fetch(request).catch((cause: unknown) => {
    if (request.signal.aborted) throw cause;
    throw new ApiError('offline', '');
  });
}

/** Sends as whoever is logged in; a token that ran out is renewed once. */
async function ask(request: Request): Promise<Response> {
  const again = request.clone();
  let response = await send(request);
  if (response.status === 401 && (await session.renew())) response = await send(again);
  if (!response.ok) throw await refusalOf(response);
  return response;
}

const baseUrl = globalThis.location?.origin ?? 'http://localhost';

/** The server's operations over HTTP, typed by its own document; failures are {@link ApiError}. */
export const api = createClient<paths>({ baseUrl, fetch: ask, querySerializer: queryString });

/** What an operation answered. */
export async function told<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

/** Multipart, which the document does not describe; the browser sets the boundary. */
export async function upload<T>(path: string, form: FormData): Promise<T> {
  const response = await ask(new Request(baseUrl + path, { method: 'POST', body: form }));
  return (await response.json()) as T;
}

/** A file of the server, with the name it gave. */
export async function fileOf(path: string): Promise<File> {
  const response = await ask(new Request(baseUrl + path));
  const disposition = response.headers.get('Content-Disposition') ?? '';
  return new File([await response.blob()], fileNameIn(disposition) ?? 'file', {
    type: response.headers.get('Content-Type') ?? '',
  });
}

/** Reads both spellings of a Content-Disposition file name. */
export function fileNameIn(disposition: string): string | null {
  const extended = /filename\*=(?:UTF-8'')?([^;]+)/i.exec(disposition)?.[1];
  if (extended) return decodeURIComponent(extended.trim().replaceAll('"', ''));
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1]?.trim() ?? null;
}

/** Hands a file to the browser's downloads. */
export async function download(path: string): Promise<void> {
  const file = await fileOf(path);
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(url);
}

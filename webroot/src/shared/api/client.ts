import { session } from '../session/session.svelte';
import { ApiError, refusalOf } from './errors';

export type Query = Record<string, string | number | boolean | null | undefined | readonly string[]>;

/** `{status: ['a', 'b'], q: ''}` → `?status=a,b`: lists are joined, empty values left out. */
export function queryString(query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text !== '') params.set(name, text);
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

async function ask(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const form = body instanceof FormData;
  const send = () =>
    fetch(path, {
      method,
      signal: signal ?? null,
      headers: { ...session.headers(), ...(body && !form ? { 'Content-Type': 'application/json' } : {}) },
      body: form ? body : body === undefined ? null : JSON.stringify(body),
    }).catch((cause: unknown) => {
      if (signal?.aborted) throw cause;
      throw new ApiError('offline', '');
    });
  let response = await send();
  if (response.status === 401 && (await session.renew())) response = await send();
  if (!response.ok) throw await refusalOf(response);
  return response;
}

async function json<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** The server's operations over HTTP. A token that ran out is renewed once; failures are {@link ApiError}. */
export const api = {
  get: async <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
    json<T>(await ask('GET', path + queryString(query), undefined, signal)),
  post: async <T = void>(path: string, body: unknown = {}): Promise<T> =>
    json<T>(await ask('POST', path, body)),
  put: async <T = void>(path: string, body: unknown): Promise<T> => json<T>(await ask('PUT', path, body)),
  patch: async <T = void>(path: string, body: unknown): Promise<T> => json<T>(await ask('PATCH', path, body)),
  delete: async <T = void>(path: string): Promise<T> => json<T>(await ask('DELETE', path)),
  /** Multipart; the browser sets the boundary. */
  upload: async <T>(path: string, form: FormData): Promise<T> => json<T>(await ask('POST', path, form)),
  /** A file of the server, with the name it gave. */
  file: async (path: string): Promise<File> => {
    const response = await ask('GET', path);
    const disposition = response.headers.get('Content-Disposition') ?? '';
    return new File([await response.blob()], fileNameIn(disposition) ?? 'file', {
      type: response.headers.get('Content-Type') ?? '',
    });
  },
};

/** Reads both spellings of a Content-Disposition file name. */
export function fileNameIn(disposition: string): string | null {
  const extended = /filename\*=(?:UTF-8'')?([^;]+)/i.exec(disposition)?.[1];
  if (extended) return decodeURIComponent(extended.trim().replaceAll('"', ''));
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1]?.trim() ?? null;
}

/** Hands a file to the browser's downloads. */
export async function download(path: string): Promise<void> {
  const file = await api.file(path);
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(url);
}

import * as m from '$messages';
import { fieldWords, refusalWords } from '../words/refusals';
import type { Params } from '../words/said';

export type ErrorCode =
  | 'invalid'
  | 'not_found'
  | 'conflict'
  | 'forbidden'
  | 'unauthorized'
  | 'too_many'
  | 'unavailable'
  | 'bad_request'
  | 'too_large'
  | 'internal'
  | 'offline';

/** A refusal by the server, or no answer at all (code `offline`). */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: Record<string, string> = {},
    readonly retryAfterSeconds: number | null = null,
    readonly current: unknown = null,
    /** The server's code for why, with what stands in its sentence. */
    readonly reason?: string,
    readonly params: Params = {},
    /** What else the server tells about it, such as the columns of a file. */
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

interface Kind {
  title: () => string;
  hint: () => string;
  /** The same request may succeed when it is simply repeated. */
  repeatable: boolean;
  /** What the server says is worth showing: it names the field, the limit, the reason. */
  ownWords: boolean;
}

const KINDS: Record<ErrorCode, Kind> = {
  invalid: { title: m.error_invalid, hint: m.error_invalid_hint, repeatable: false, ownWords: true },
  bad_request: { title: m.error_invalid, hint: m.error_invalid_hint, repeatable: false, ownWords: true },
  conflict: { title: m.error_conflict, hint: m.error_conflict_hint, repeatable: false, ownWords: true },
  not_found: { title: m.error_not_found, hint: m.error_not_found_hint, repeatable: false, ownWords: false },
  forbidden: { title: m.error_forbidden, hint: m.error_forbidden_hint, repeatable: false, ownWords: false },
  unauthorized: {
    title: m.error_unauthorized,
    hint: m.error_unauthorized_hint,
    repeatable: false,
    ownWords: false,
  },
  too_large: { title: m.error_too_large, hint: m.error_too_large_hint, repeatable: false, ownWords: true },
  too_many: { title: m.error_too_many, hint: m.error_too_many_hint, repeatable: true, ownWords: true },
  unavailable: {
    title: m.error_unavailable,
    hint: m.error_unavailable_hint,
    repeatable: true,
    ownWords: true,
  },
  internal: { title: m.error_internal, hint: m.error_internal_hint, repeatable: true, ownWords: false },
  offline: { title: m.error_offline, hint: m.error_offline_hint, repeatable: true, ownWords: false },
};

const BY_STATUS: Record<number, ErrorCode> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'too_large',
  422: 'invalid',
  429: 'too_many',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

interface Body {
  error?: {
    code?: string;
    message?: string;
    fields?: Record<string, string>;
    current?: unknown;
    reason?: string;
    params?: Params;
    [detail: string]: unknown;
  };
}

/** Turns an answer that is not 2xx into the error it means, whatever its body is. */
export async function refusalOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as Body;
  const named = body.error?.code;
  const code = named && named in KINDS ? (named as ErrorCode) : (BY_STATUS[response.status] ?? 'internal');
  const seconds = Number(response.headers.get('Retry-After'));
  return new ApiError(
    code,
    body.error?.message ?? '',
    body.error?.fields ?? {},
    Number.isFinite(seconds) && seconds > 0 ? seconds : null,
    body.error?.current ?? null,
    body.error?.reason,
    body.error?.params,
    body.error,
  );
}

/** What to tell a person about any failure. */
export function explain(error: unknown): { title: string; hint: string; repeatable: boolean } {
  const kind = KINDS[error instanceof ApiError ? error.code : 'internal'];
  const own =
    error instanceof ApiError && (kind.ownWords || error.reason)
      ? refusalWords(error.reason, error.params, error.message)
      : '';
  return { title: kind.title(), hint: own || kind.hint(), repeatable: kind.repeatable };
}

/** The server's word on one field of a form, if it had one. */
export function fieldError(error: unknown, field: string): string | undefined {
  const text = error instanceof ApiError ? error.fields[field] : undefined;
  return text === undefined ? undefined : fieldWords((error as ApiError).reason, text);
}

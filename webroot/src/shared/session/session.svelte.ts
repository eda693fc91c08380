import { ApiError, refusalOf } from '../api/errors';
import type { LoginResult, Role, User } from '../api/types';

type State = 'starting' | 'out' | 'in';

/** Who is logged in. The access token lives in memory only; a cookie the page cannot read renews it. */
class Session {
  state = $state<State>('starting');
  user = $state<User | null>(null);
  /** True after a session ended by itself, so that the login screen can say so. */
  expired = $state(false);
  accessToken: string | null = null;
  private renewing: Promise<boolean> | null = null;

  has(role: Role): boolean {
    return this.user?.roles.includes(role) ?? false;
  }

  /** @param code of the authenticator or a recovery code, once the server has asked for it */
  async login(email: string, password: string, code?: string): Promise<void> {
    this.enter(await this.call('/api/auth/login', { email, password, code }));
  }

  /** Asks for a new access token; callers at the same time share one request. */
  renew(): Promise<boolean> {
    this.renewing ??= this.renewOnce().finally(() => (this.renewing = null));
    return this.renewing;
  }

  async logout(): Promise<void> {
    await fetch('/api/auth/logout', { method: 'POST', headers: this.headers() }).catch(() => null);
    this.leave(false);
  }

  headers(): Record<string, string> {
    return this.accessToken ? { Authorization: `Bearer ${this.accessToken}` } : {};
  }

  /** A refresh token is good once, so tabs take turns: the second finds the first one's new cookie. */
  private async renewOnce(): Promise<boolean> {
    try {
      const ask = () => this.call('/api/auth/refresh');
      const result = navigator.locks ? await navigator.locks.request('session', ask) : await ask();
      this.enter(result as LoginResult);
      return true;
    } catch (error) {
      const refused = error instanceof ApiError && error.code !== 'offline' && error.code !== 'unavailable';
      if (refused || this.state === 'starting') this.leave(this.state === 'in');
      return false;
    }
  }

  private async call(path: string, body?: unknown): Promise<LoginResult> {
    const request: RequestInit = { method: 'POST' };
    if (body) {
      request.body = JSON.stringify(body);
      request.headers = { 'Content-Type': 'application/json' };
    }
    const response = await fetch(path, request).catch(() => null);
    if (!response) throw new ApiError('offline', '');
    if (!response.ok) throw await refusalOf(response);
    return (await response.json()) as LoginResult;
  }

  private enter(result: LoginResult): void {
    this.accessToken = result.accessToken;
    this.user = result.user;
    this.expired = false;
    this.state = 'in';
  }

  private leave(expired: boolean): void {
    this.accessToken = null;
    this.user = null;
    this.expired = expired;
    this.state = 'out';
  }
}

export const session = new Session();

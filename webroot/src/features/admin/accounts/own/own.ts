import { api, told } from '$shared/api/client';
import type { BodyOf } from '$shared/api/types';
import { session } from '$shared/session/session.svelte';

export const changePassword = (body: BodyOf<'auth.changePassword'>) =>
  told(api.POST('/api/auth/password', { body }));

/** Gives the secret; it counts once a code has confirmed it. */
export const beginFactor = (password: string) =>
  told(api.POST('/api/auth/second-factor', { body: { password } }));

export const confirmFactor = (code: string) =>
  told(api.POST('/api/auth/second-factor/confirm', { body: { code } }));

export const removeFactor = (body: BodyOf<'auth.removeSecondFactor'>) =>
  told(api.POST('/api/auth/second-factor/remove', { body }));

/** The account as it is now, for the whole frame. */
export async function reread(): Promise<void> {
  session.user = await told(api.GET('/api/auth/me'));
}

/** Loaded when a code is shown, and not before. */
export const qrCode = () => import('uqr');

/** `JBSWY3DP…` in fours, to be typed by hand. */
export const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

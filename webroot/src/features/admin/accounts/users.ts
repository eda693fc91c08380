import * as m from '$messages';
import { api, told } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import type { BodyOf, Role } from '$shared/api/types';

export const usersQuery = () => ({
  queryKey: keys.users,
  queryFn: () => told(api.GET('/api/users')),
});

export type NewUser = BodyOf<'users.create'>;
export type ChangedUser = BodyOf<'users.update'>;

export const createUser = (body: NewUser) => told(api.POST('/api/users', { body }));
export const updateUser = (id: number, body: ChangedUser) =>
  told(api.PATCH('/api/users/{id}', { params: { path: { id } }, body }));

/** For somebody who has lost authenticator and recovery codes. */
export const resetFactor = (id: number) =>
  told(api.POST('/api/users/{id}/second-factor/reset', { params: { path: { id } }, body: {} }));

export const ROLES: Record<Role, { label: () => string; hint: () => string }> = {
  recruiter: { label: m.role_recruiter, hint: m.role_recruiter_hint },
  admin: { label: m.role_admin, hint: m.role_admin_hint },
  seeker: { label: m.role_seeker, hint: m.role_seeker_hint },
};

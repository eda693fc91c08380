import * as m from '$messages';
import { api } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import type { ManagedUser, Role } from '$shared/api/types';

export const usersQuery = () => ({
  queryKey: keys.users,
  queryFn: () => api.get<{ items: ManagedUser[] }>('/api/users'),
});

export interface NewUser {
  email: string;
  displayName: string;
  roles: Role[];
  password: string;
}
export interface ChangedUser {
  displayName: string;
  roles: Role[];
  active: boolean;
  password: string | null;
  version: number;
}

export const createUser = (user: NewUser) => api.post<ManagedUser>('/api/users', user);
export const updateUser = (id: number, user: ChangedUser) => api.patch<ManagedUser>(`/api/users/${id}`, user);

export const ROLES: Record<Role, { label: () => string; hint: () => string }> = {
  recruiter: { label: m.role_recruiter, hint: m.role_recruiter_hint },
  admin: { label: m.role_admin, hint: m.role_admin_hint },
  seeker: { label: m.role_seeker, hint: m.role_seeker_hint },
};

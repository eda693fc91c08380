/** Addresses of the screens, in one place. */
export const paths = {
  dashboard: () => '/',
  applications: (search = '') => `/applications${search}`,
  application: (id: number) => `/applications/${id}`,
  positions: (search = '') => `/positions${search}`,
  newPosition: () => '/positions/new',
  position: (id: number) => `/positions/${id}`,
  imports: () => '/import',
  import: (id: number) => `/import/${id}`,
  calls: () => '/calls',
  inbound: () => '/inbound',
  account: () => '/account',
  users: () => '/users',
  audit: () => '/audit',
  jobs: () => '/jobs',
};

type Navigate = (path: string, replace: boolean) => void;
let navigate: Navigate = (path) => location.assign(path);

/** Given by the router at start: features go somewhere without knowing what is there. */
export function steerWith(router: Navigate): void {
  navigate = router;
}

export const go = (path: string, options: { replace?: boolean } = {}) =>
  navigate(path, options.replace ?? false);

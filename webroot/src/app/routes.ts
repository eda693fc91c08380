import { createRouter } from 'sv-router';
import { steerWith } from '$shared/nav/nav';
import Shell from './frame/Shell.svelte';

export const router = createRouter({
  '/': () => import('../views/DashboardView.svelte'),
  '/login': () => import('../views/DashboardView.svelte'),
  '/applications': {
    '/': () => import('../views/ApplicationsView.svelte'),
    '/:id': () => import('../views/ApplicationView.svelte'),
  },
  '/positions': {
    '/': () => import('../views/PositionsView.svelte'),
    '/new': () => import('../views/NewPositionView.svelte'),
    '/:id': () => import('../views/PositionView.svelte'),
  },
  '/import': {
    '/': () => import('../views/ImportView.svelte'),
    '/:id': () => import('../views/ImportRecordView.svelte'),
  },
  '/calls': () => import('../views/CallsView.svelte'),
  '/inbound': () => import('../views/InboundView.svelte'),
  '/users': () => import('../views/UsersView.svelte'),
  '/jobs': () => import('../views/JobsView.svelte'),
  '*': () => import('../views/NotFoundView.svelte'),
  layout: Shell,
});

const navigate = router.navigate as unknown as (
  path: string,
  options: { replace: boolean; search?: string },
) => void;

steerWith((path, replace) => {
  const [pathname = '/', search = ''] = path.split('?');
  navigate(pathname, { replace, ...(search ? { search: `?${search}` } : {}) });
});

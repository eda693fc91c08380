import { createRouter } from 'sv-router';
import LoadFailedView from '../views/LoadFailedView.svelte';
import { steerWith } from '$shared/nav/nav';
import Shell from './frame/Shell.svelte';

/** A tab that is older than the server, or a server that is away: the page says so instead of staying away. */
const failed = () => ({ default: LoadFailedView });

export const router = createRouter({
  '/': () => import('../views/DashboardView.svelte').catch(failed),
  '/login': () => import('../views/DashboardView.svelte').catch(failed),
  '/applications': {
    '/': () => import('../views/ApplicationsView.svelte').catch(failed),
    '/:id': () => import('../views/ApplicationView.svelte').catch(failed),
  },
  '/positions': {
    '/': () => import('../views/PositionsView.svelte').catch(failed),
    '/new': () => import('../views/NewPositionView.svelte').catch(failed),
    '/:id': () => import('../views/PositionView.svelte').catch(failed),
  },
  '/import': {
    '/': () => import('../views/ImportView.svelte').catch(failed),
    '/:id': () => import('../views/ImportRecordView.svelte').catch(failed),
  },
  '/calls': () => import('../views/CallsView.svelte').catch(failed),
  '/inbound': () => import('../views/InboundView.svelte').catch(failed),
  '/users': () => import('../views/admin/UsersView.svelte').catch(failed),
  '/account': () => import('../views/admin/AccountView.svelte').catch(failed),
  '/audit': () => import('../views/admin/AuditView.svelte').catch(failed),
  '/jobs': () => import('../views/admin/JobsView.svelte').catch(failed),
  '*': () => import('../views/NotFoundView.svelte').catch(failed),
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

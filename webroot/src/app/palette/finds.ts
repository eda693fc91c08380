import * as m from '$messages';
import { api, told } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import { folded } from '$shared/i18n/format';
import { paths } from '$shared/nav/nav';
import { APPLICATION_STATUS, POSITION_STATUS } from '$shared/ui/status';

/** Something of the desk that a few letters may mean. */
export interface Find {
  id: string;
  label: string;
  detail: string;
  path: string;
}

export interface Finds {
  people: Find[];
  positions: Find[];
  applications: Find[];
}

const MOST = 5;
const LEAST_LETTERS = 2;

export const mayFind = (typed: string) => typed.trim().length >= LEAST_LETTERS;

/** Asks the server, which tells `stefan` and `Ștefan` not apart; positions are few and looked through here. */
export const findsQuery = (typed: string) => ({
  queryKey: [...keys.candidates, 'finds', typed],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Finds> => {
    const params = { query: { q: typed, pageSize: MOST } };
    const [people, positions, applications] = await Promise.all([
      told(api.GET('/api/candidates', { params, signal })),
      told(api.GET('/api/positions', { params: { query: { pageSize: 200 } }, signal })),
      told(api.GET('/api/applications', { params, signal })),
    ]);
    const words = folded(typed).split(/\s+/).filter(Boolean);
    const meant = positions.items.filter((one) => words.every((word) => folded(one.title).includes(word)));
    return {
      people: people.items.map((one) => ({
        id: `person:${one.id}`,
        label: one.fullName,
        detail: [one.phone, one.email].filter(Boolean).join(' · '),
        path: paths.applications(`?q=${encodeURIComponent(one.fullName)}`),
      })),
      positions: meant.slice(0, MOST).map((one) => ({
        id: `position:${one.id}`,
        label: one.title,
        detail: POSITION_STATUS[one.status].label(),
        path: paths.position(one.id),
      })),
      applications: applications.items.map((one) => ({
        id: `application:${one.id}`,
        label: one.candidateName,
        detail: `${one.positionTitle} · ${APPLICATION_STATUS[one.status].label()}`,
        path: paths.application(one.id),
      })),
    };
  },
});

/** In the order in which they are shown. */
export const FOUND: { name: keyof Finds; label: () => string }[] = [
  { name: 'applications', label: m.nav_applications },
  { name: 'people', label: m.people },
  { name: 'positions', label: m.nav_positions },
];

import { filtersFrom, NAMES, type Filters } from './filters';
import { search } from '$shared/nav/search';

/** The filters in the address now. */
export const currentFilters = (): Filters => filtersFrom(search.get);
export const narrowTo = (filters: Partial<Filters>) => search.set(filters);
export const clearFilters = () => search.set(Object.fromEntries(NAMES.map((name) => [name, ''])));

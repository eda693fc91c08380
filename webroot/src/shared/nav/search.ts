import { searchParams } from 'sv-router';

/** The part of the address after `?`, as plain text: filters live there, so every view is a link. */
export const search = {
  get: (name: string): string => searchParams.toURLSearchParams().get(name) ?? '',
  list: (name: string): string[] => search.get(name).split(',').filter(Boolean),
  /** Sets several at once; an empty text or list takes the name away. */
  set: (values: Record<string, string | readonly string[]>): void => {
    for (const [name, value] of Object.entries(values)) {
      const text = typeof value === 'string' ? value : value.join(',');
      if (text) searchParams.set(name, text, { replace: true });
      else searchParams.delete(name, undefined, { replace: true });
    }
  },
};

import type { Mapping } from './columns/columns';
import * as m from '$messages';
import { api, fileOf, told, upload } from '$shared/api/client';
import { keys } from '$shared/api/queries';
import type { BodyOf, Effect, ImportPreview, ImportState, MatchedOn } from '$shared/api/types';
import type { Tone } from '$shared/ui/tones';

const at = (id: number) => ({ params: { path: { id } } });

export const importsQuery = () => ({
  queryKey: keys.imports,
  queryFn: () => told(api.GET('/api/imports')),
});

export const importQuery = (id: number) => ({
  queryKey: keys.import(id),
  queryFn: () => told(api.GET('/api/imports/{id}', at(id))),
});

/** @param mapping what a column is, by its header; what is left out is proposed by the server */
export function uploadFile(file: File, positionId: number, mapping: Mapping = {}): Promise<ImportPreview> {
  const form = new FormData();
  form.set('positionId', String(positionId));
  if (Object.keys(mapping).length > 0) form.set('mapping', JSON.stringify(mapping));
  form.set('file', file, file.name);
  return upload<ImportPreview>('/api/imports', form);
}

/** How a file is read: what is left out is detected, or stays as it was. */
export type Reading = Omit<BodyOf<'imports.reread'>, 'id'>;

export const reread = (id: number, reading: Reading) =>
  told(api.POST('/api/imports/{id}/reread', { ...at(id), body: reading }));
export const confirm = (id: number) => told(api.POST('/api/imports/{id}/confirm', at(id)));
export const discard = (id: number) => told(api.DELETE('/api/imports/{id}', at(id)));
export const undo = (id: number) => told(api.POST('/api/imports/{id}/undo', at(id)));
export const demoFile = () => fileOf('/api/imports/demo-file');

export const EFFECTS: Record<Effect, { label: () => string; many: () => string; tone: Tone }> = {
  create: { label: m.effect_create, many: m.effect_create_many, tone: 'good' },
  update: { label: m.effect_update, many: m.effect_update_many, tone: 'info' },
  skip: { label: m.effect_skip, many: m.effect_skip_many, tone: 'quiet' },
  refuse: { label: m.effect_refuse, many: m.effect_refuse_many, tone: 'bad' },
};

export const IMPORT_STATES: Record<ImportState, { label: () => string; tone: Tone }> = {
  previewed: { label: m.import_state_previewed, tone: 'warn' },
  confirmed: { label: m.import_state_confirmed, tone: 'good' },
  discarded: { label: m.import_state_discarded, tone: 'quiet' },
  undone: { label: m.import_state_undone, tone: 'quiet' },
};

const DELIMITERS: Record<string, () => string> = {
  '\t': m.delimiter_tab,
  tab: m.delimiter_tab,
  ',': m.delimiter_comma,
  comma: m.delimiter_comma,
  ';': m.delimiter_semicolon,
  semicolon: m.delimiter_semicolon,
  '|': m.delimiter_pipe,
  pipe: m.delimiter_pipe,
};

export const delimiterName = (delimiter: string): string => DELIMITERS[delimiter]?.() ?? delimiter;

export function duplicateText(matchedOn: MatchedOn, name: string): string {
  if (matchedOn === 'both') return m.import_duplicate_both({ name });
  return matchedOn === 'phone' ? m.import_duplicate_phone({ name }) : m.import_duplicate_email({ name });
}

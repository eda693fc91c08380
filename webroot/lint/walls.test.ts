import { expect, test } from 'vitest';
import { foreignWords, refusal } from './walls.js';

const file = (path: string) => `/home/someone/webroot/src/${path}`;
const dropZone = file('features/screening/imports/FileDrop.svelte');

test('shared stands alone', () => {
  expect(refusal(file('shared/ui/Button.svelte'), '$shared/api/client')).toBeNull();
  expect(refusal(file('shared/ui/Button.svelte'), '$features/desk/positions/x')).toContain('stands alone');
  expect(refusal(file('shared/ui/Button.svelte'), '../../views/X.svelte')).toContain('stands alone');
});

test('a feature uses shared and the desk, and nothing else of its own area or of another', () => {
  expect(refusal(dropZone, '$shared/ui/Button.svelte')).toBeNull();
  expect(refusal(dropZone, './rows')).toBeNull();
  expect(refusal(dropZone, '$features/desk/positions/positions')).toBeNull();
  expect(refusal(dropZone, '$features/screening/calls/status')).toContain('meet in a view');
  expect(refusal(dropZone, '../calls/status')).toContain('meet in a view');
  expect(refusal(dropZone, '$features/admin/jobs/jobs')).toContain('meet in a view');
  expect(refusal(dropZone, '../../../app/routes')).toContain('may not import');
});

test('the desk uses no other area', () => {
  const panel = file('features/desk/applications/detail/timeline/TimelinePanel.svelte');
  expect(refusal(panel, '$features/desk/candidates/contact')).toBeNull();
  expect(refusal(panel, '$features/screening/calls/status')).toContain('meet in a view');
});

test('views compose everything', () => {
  const view = file('views/ImportView.svelte');
  expect(refusal(view, '$features/screening/imports/FileDrop.svelte')).toBeNull();
  expect(refusal(view, '$features/desk/positions/PositionTable.svelte')).toBeNull();
});

test('a feature says the words it may import: its own, the desk and shared', () => {
  expect(foreignWords(dropZone, 'features/screening/imports')).toBeNull();
  expect(foreignWords(dropZone, 'features/desk/applications')).toBeNull();
  expect(foreignWords(dropZone, 'shared')).toBeNull();
  expect(foreignWords(dropZone, 'features/screening/calls')).toContain('its own words');
  expect(foreignWords(dropZone, 'app')).toContain('its own words');
  expect(foreignWords(file('shared/ui/Button.svelte'), 'features/desk/positions')).toContain('shared/');
  expect(foreignWords(file('views/ImportView.svelte'), 'features/screening/calls')).toBeNull();
});

import { expect, test } from 'vitest';
import { refusal } from './walls.js';

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

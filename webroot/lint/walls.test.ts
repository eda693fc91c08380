import { expect, test } from 'vitest';
import { refusal } from './walls.js';

const file = (path: string) => `/home/someone/webroot/src/${path}`;

test('shared stands alone', () => {
  expect(refusal(file('shared/ui/Button.svelte'), '$shared/api/client')).toBeNull();
  expect(refusal(file('shared/ui/Button.svelte'), '$features/positions/x')).toContain('stands alone');
  expect(refusal(file('shared/ui/Button.svelte'), '../../views/X.svelte')).toContain('stands alone');
});

test('a feature uses shared and its one neighbour', () => {
  expect(refusal(file('features/imports/Upload.svelte'), '$shared/ui/Button.svelte')).toBeNull();
  expect(refusal(file('features/imports/Upload.svelte'), '$features/positions/queries')).toBeNull();
  expect(refusal(file('features/imports/Upload.svelte'), '../users/queries')).toContain('at most one');
  expect(refusal(file('features/positions/Form.svelte'), '$features/imports/queries')).toContain(
    'at most one',
  );
  expect(refusal(file('features/positions/Form.svelte'), '../../app/routes')).toContain('may not import');
});

test('views compose everything', () => {
  expect(refusal(file('views/ImportView.svelte'), '$features/imports/Upload.svelte')).toBeNull();
  expect(refusal(file('views/ImportView.svelte'), '$features/positions/Form.svelte')).toBeNull();
});

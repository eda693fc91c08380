import { expect, test } from '@playwright/test';
import { enter, expectAccessible, LOOKS, prefer } from '../steps';

for (const look of LOOKS) {
  test(`jobs and tasks are accessible in ${look.locale}, ${look.theme}`, async ({ page }) => {
    await prefer(page, look);
    await enter(page, '/jobs');
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('tab').nth(1).click();
    await expect(page).toHaveURL(/tab=tasks/);
    await expect(page.getByRole('combobox').first()).toBeVisible();
    await expectAccessible(page);
  });
}

test('a job runs when asked to', async ({ page }) => {
  await enter(page, '/jobs');
  await page
    .getByRole('button', { name: /^Run .* now$/ })
    .first()
    .click();
  await expect(page.getByText(/runs now$/)).toBeVisible();
});

test('a kind of task is paused and resumed', async ({ page }) => {
  await enter(page, '/jobs?tab=tasks');
  const kinds = page
    .getByRole('table', { name: 'By kind' })
    .or(page.getByRole('region', { name: 'By kind' }));
  await kinds
    .getByRole('button', { name: /^Pause / })
    .first()
    .click();
  await expect(kinds.getByText('Paused')).toBeVisible();
  await kinds
    .getByRole('button', { name: /^Resume / })
    .first()
    .click();
  await expect(kinds.getByText('Paused')).toHaveCount(0);
});

test('the filter of tasks is part of the address', async ({ page }) => {
  await enter(page, '/jobs?tab=tasks&state=dead');
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('dead');
  await expect(page.getByText('No dead task')).toBeVisible();
});

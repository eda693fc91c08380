import { expect, test } from '@playwright/test';
import { enter, expectAccessible, LOOKS, prefer, unique } from '../steps';

for (const look of LOOKS) {
  test(`users are accessible in ${look.locale}, ${look.theme}`, async ({ page }) => {
    await prefer(page, look);
    await enter(page, '/users');
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await page.locator('main').getByRole('button').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
  });
}

test('an administrator makes a user, changes and switches it off', async ({ page }) => {
  await enter(page, '/users');
  const name = unique('Radu');
  const email = `${name.replace(' ', '.').toLowerCase()}@example.com`;
  await page.getByRole('button', { name: 'New user' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill('long enough for it');
  await page.getByRole('button', { name: 'Create user' }).click();
  const row = page.getByRole('row', { name: new RegExp(email) });
  await expect(row).toContainText('Active');

  await row.getByRole('button', { name: `Edit ${name}` }).click();
  await page.getByLabel(/^Active/).uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Inactive');
});

test('an email that is taken is refused with a reason', async ({ page }) => {
  await enter(page, '/users');
  await page.getByRole('button', { name: 'New user' }).click();
  await page.getByLabel('Email').fill('recruiter@sandbox.local');
  await page.getByLabel('Name').fill('Twice');
  await page.getByLabel('Password').fill('long enough for it');
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
});

import { expect, test } from '@playwright/test';
import { enter, expectAccessible, LOOKS, prefer } from '../steps';

for (const look of LOOKS) {
  test(`the login page is accessible in ${look.locale}, ${look.theme}`, async ({ page }) => {
    await prefer(page, look);
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', look.locale);
    await expect(page.locator('form')).toBeVisible();
    await expectAccessible(page);
  });
}

test('a wrong password gets one neutral sentence', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Email').fill('recruiter@sandbox.local');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText('Email or password is not right.');
  await expect(page.getByLabel('Email')).toHaveValue('recruiter@sandbox.local');
});

test('the sandbox offers its demo account, and the session outlives a reload', async ({ page }) => {
  await page.goto('/positions');
  await page.getByRole('button', { name: 'Log in as the demo recruiter' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Positions' })).toBeVisible();
  await expect(page.getByRole('note')).toContainText('Sandbox');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Positions' })).toBeVisible();
});

test('after logging out the pages are closed', async ({ page }) => {
  await enter(page);
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(page.locator('input[name=password]')).toBeVisible();
  await page.reload();
  await expect(page.locator('input[name=password]')).toBeVisible();
});

import { expect, test } from '@playwright/test';
import { enter, expectAccessible, LOOKS, prefer, unique } from './steps';

for (const look of LOOKS) {
  test(`frame, palette and key help are accessible in ${look.locale}, ${look.theme}`, async ({ page }) => {
    await prefer(page, look);
    await enter(page, '/no-such-page');
    await expectAccessible(page);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
  });
}

test('the live channel says that it is live', async ({ page }) => {
  await enter(page);
  await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
});

test('the palette finds a page by a fragment and goes there', async ({ page }) => {
  await enter(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command palette' }).fill('impo');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/import$/);
});

test('two letters go to a page, but not while a field is edited', async ({ page }) => {
  await enter(page);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('gi');
  await expect(page.getByRole('searchbox')).toHaveValue('gi');
  await page.locator('main h1').click();
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page).toHaveURL(/\/users$/);
});

test('language and theme change at once and are remembered', async ({ page }) => {
  await enter(page);
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'română' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Posturi');
  await page.getByRole('button', { name: /^Contul/ }).click();
  await page.getByRole('menuitem', { name: 'Întunecată' }).click();
  await expect(page.locator('html')).toHaveClass(/dark/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Posturi');
  await expect(page.locator('html')).toHaveClass(/dark/);
});

test('what one window saves appears in the other without a reload', async ({ page, context }) => {
  await enter(page);
  const other = await context.newPage();
  await other.goto('/positions/new');
  const title = unique('Seen elsewhere');
  await other.getByLabel('Title').fill(title);
  await other.getByLabel('Description').fill('Appears by itself.');
  await other.getByRole('button', { name: 'Create position' }).click();
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
});

test('a new page starts at its top with the keyboard in it, going back returns to the spot', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1200, height: 500 });
  await enter(page, '/positions/new');
  const main = page.locator('main#content');
  await main.evaluate((element) => (element.scrollTop = 400));
  await page.getByRole('link', { name: 'Users' }).click();
  await expect(page).toHaveURL(/users/);
  await expect(main).toBeFocused();
  expect(await main.evaluate((element) => element.scrollTop)).toBe(0);
  await page.goBack();
  await expect.poll(() => main.evaluate((element) => element.scrollTop)).toBe(400);
});

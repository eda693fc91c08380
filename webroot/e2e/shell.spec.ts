import { expect, test } from '@playwright/test';
import { callablePosition, importLeads, somebody } from './leads';
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

test('the palette finds people, applications and positions without their diacritics', async ({ page }) => {
  await enter(page);
  const title = await callablePosition(page);
  const name = unique('Ștefan Țăranu');
  await importLeads(page, title, [somebody(name)]);
  const palette = page.getByRole('combobox', { name: 'Command palette' });
  await page.keyboard.press('Control+k');
  await palette.fill(title.toLowerCase());
  await page.getByRole('option', { name: title }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

  await page.keyboard.press('Control+k');
  await palette.fill(name.toLowerCase().replace('ștefan țăranu', 'stefan taranu'));
  const people = page.getByRole('group', { name: 'People' });
  await expect(people.getByRole('option', { name })).toBeVisible();
  await page.getByRole('option', { name: `${name} ${title}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('a part that cannot be loaded says so and offers a reload', async ({ page }) => {
  await enter(page);
  await page.route('**/assets/CallsView*', (route) => route.abort());
  await page.getByRole('link', { name: 'Calls' }).click();
  await expect(page.getByRole('alert')).toContainText('This part could not be loaded');
  await page.unroute('**/assets/CallsView*');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Calls' })).toBeVisible();

  await page.route('**/assets/Palette*', (route) => route.abort());
  await page.keyboard.press('Control+k');
  await expect(page.getByText('This part could not be loaded')).toBeVisible();
});

test('the keyboard is never lost, and what is seen is part of a name', async ({ page }) => {
  await enter(page, '/positions/new');
  await expect(page.getByRole('button', { name: 'Account of Sandbox Recruiter (SR)' })).toHaveText('SR');
  await page.getByLabel('Title').focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('main')).toBeFocused();
  // An element that has the keyboard goes away, another is switched off.
  for (const spoil of ['remove', 'disable'] as const) {
    await page.getByLabel('Title').focus();
    await page.getByLabel('Title').evaluate((element: HTMLInputElement, how) => {
      if (how === 'disable') element.disabled = true;
      else element.parentElement?.append(Object.assign(document.createElement('button'), { id: 'gone' }));
      if (how === 'remove') document.getElementById('gone')?.focus();
      document.getElementById('gone')?.remove();
    }, spoil);
    await expect(page.locator('main')).toBeFocused();
  }
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

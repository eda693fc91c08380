import { expect, test, type Page } from '@playwright/test';
import { accessToken, callablePosition, importLeads, somebody } from '../leads';
import { enter, expectAccessible, LOOKS, prefer, unique } from '../steps';

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('link') });

/** Shows the applications of one position only. */
async function listOf(page: Page, title: string): Promise<void> {
  await page.goto('/applications');
  await page.getByLabel('Position', { exact: true }).selectOption({ label: title });
  await expect(page).toHaveURL(/positionId=\d+/);
}

test('calls are triggered for a range of rows, and their statuses change without a reload', async ({
  page,
}) => {
  await enter(page);
  const title = await callablePosition(page);
  await importLeads(page, title, ['Ana Pop', 'Dan Rusu', 'Ion Marin', 'Mia Stan', 'Eva Dinu'].map(somebody));
  await listOf(page, title);
  await expect(rows(page)).toHaveCount(5);
  await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));

  await rows(page).nth(0).getByRole('checkbox').click();
  await rows(page)
    .nth(2)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Select all 5' }).click();
  await expect(page.getByText('5 selected')).toBeVisible();

  await page.getByRole('button', { name: /^Trigger Calls/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('5 candidates will be put into the call queue.');
  await expect(dialog.getByRole('button', { name: 'Queue 5 calls' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('5 calls were queued.');
  await dialog.getByRole('button', { name: 'Close' }).first().click();

  await expect(rows(page).filter({ hasText: 'Pending call' })).toHaveCount(0);
  await expect(
    rows(page).filter({ hasText: /Awaiting CV|Call failed|Callback|Needs a person|CV received|Closed/ }),
  ).toHaveCount(5, { timeout: 60_000 });
  expect(await page.evaluate(() => 'stillTheSamePage' in window)).toBe(true);
});

test('a refused trigger says why', async ({ page }) => {
  await enter(page);
  const title = unique('Nothing written yet');
  const made = await page.request.post('/api/positions', {
    headers: { Authorization: `Bearer ${await accessToken(page)}` },
    data: { title, description: 'A position without its prompts.' },
  });
  expect(made.ok()).toBe(true);
  await importLeads(page, title, [somebody('Radu Enache')]);
  await listOf(page, title);

  await rows(page).first().getByRole('checkbox').click();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('0 candidates will be put into the call queue.');
  await expect(dialog).toContainText('not open or lacks its prompts');
  await dialog.getByRole('button', { name: /^Queue/ }).click();
  await expect(dialog).toContainText('1 was refused');
  await expect(dialog.getByRole('listitem')).toContainText('Radu Enache');
  await expect(dialog.getByRole('listitem')).toContainText(
    'The position lacks: system prompt, first message, qualification prompt.',
  );
});

test('filters live in the address, and each empty list says what it is', async ({ page }) => {
  await enter(page);
  const title = await callablePosition(page);
  await importLeads(page, title, [somebody('Ștefan Țepeș'), somebody('Ilinca Barbu')]);
  await listOf(page, title);

  await page.getByRole('searchbox').fill('stefan');
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/q=stefan/);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('stefan');
  await expect(rows(page)).toHaveCount(1);

  await page.getByRole('searchbox').fill('nobody of that name');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.locator('[data-empty=filtered]').getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/applications$/);

  await listOf(page, title);
  await page.getByRole('button', { name: /^Status:/ }).click();
  await page.getByRole('checkbox', { name: 'Closed' }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/status=closed/);
  await expect(page.getByText('Nothing matches')).toBeVisible();
});

test('a whole round of the list by keyboard alone', async ({ page }) => {
  await enter(page);
  const title = await callablePosition(page);
  await importLeads(page, title, [somebody('Oana Lupu'), somebody('Paul Neagu'), somebody('Rica Vlad')]);
  await listOf(page, title);
  await expect(rows(page)).toHaveCount(3);
  await page.locator('main').focus();

  await page.keyboard.press('j');
  await expect(rows(page).nth(0).getByRole('link')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(rows(page).nth(1).getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(rows(page).nth(1).getByRole('checkbox')).not.toBeChecked();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('k');
  const second = await rows(page).nth(0).getByRole('link').textContent();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second ?? '');
  await page.keyboard.press('j');
  await expect(page.getByText('2 of 3')).toBeVisible();
  await page.keyboard.press('u');
  await expect(rows(page)).toHaveCount(3);
  // The list goes on from the one that was looked at last.
  await page.keyboard.press('j');
  await expect(rows(page).nth(2).getByRole('link')).toBeFocused();
});

for (const look of LOOKS) {
  test(`the list is accessible in ${look.locale}, ${look.theme}`, async ({ page }) => {
    await prefer(page, look);
    await enter(page, '/applications');
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await rows(page).first().getByRole('checkbox').click();
    await page.keyboard.press('c');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
  });
}

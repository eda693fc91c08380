import { expect, test, type Page } from '@playwright/test';
import { enter, expectAccessible, LOOKS, prefer, unique } from '../steps';

/** Imports go to a position of their own, so that runs do not see each other's candidates there. */
async function position(page: Page): Promise<string> {
  const title = unique('Import target');
  await page.goto('/positions/new');
  await page.locator('input[name=title]').fill(title);
  await page.locator('textarea[name=description]').fill('For the leads of this run.');
  await page.locator('button[type=submit][form=position]').click();
  await expect(page).toHaveURL(/\/positions\/\d+$/);
  return title;
}

const HEADER =
  'id\tcreated_time\tcampaign_name\tplatform\tfull_name\tphone_number\temail\tcan_you_work_nights?';

function leads(...rows: string[]): Buffer {
  return Buffer.from(`\ufeff${[HEADER, ...rows].join('\n')}\n`, 'utf16le');
}

async function chooseFile(page: Page, title: string, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/import');
  await page.locator('select[name=positionId]').selectOption({ label: title });
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Show preview' }).click();
}

for (const look of LOOKS) {
  test(`the steps are accessible in ${look.locale}, ${look.theme}`, async ({ page }) => {
    await prefer(page, look);
    await enter(page);
    const title = await position(page);
    await page.goto('/import');
    await expect(page.locator('select[name=positionId]')).toBeVisible();
    await expectAccessible(page);
    await page.locator('select[name=positionId]').selectOption({ label: title });
    await page.locator('input[type=file]').setInputFiles({
      name: 'leads.csv',
      mimeType: 'text/csv',
      buffer: leads(
        'l:e1\tyesterday\tToamna\tfb\tȘtefan Țepeș\tp:+40721555001\ts@example.com\tda',
        'l:e2\t\t\t\tNobody\t\t\t',
      ),
    });
    await page.locator('main button[type=submit]').click();
    await expect(page).toHaveURL(/\/import\/\d+$/);
    await expect(page.getByText('Ștefan Țepeș')).toBeVisible();
    await expectAccessible(page);
  });
}

test('the confirmation is in sight at every width, wherever the rows are scrolled', async ({ page }) => {
  await enter(page);
  const title = await position(page);
  const rows = Array.from({ length: 60 }, (_, index) => {
    const number = String(index).padStart(3, '0');
    return `l:w${number}\t\tToamna\tfb\tPerson ${number}\tp:+40721556${number}\tw${number}@example.com\tda`;
  });
  await chooseFile(page, title, 'wide.csv', leads(...rows));
  const confirm = page.getByRole('button', { name: 'Import 60 rows' });
  for (const width of [1440, 1100, 768, 390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    await expect(confirm).toBeInViewport({ ratio: 1 });
    await page.getByText('Person 059').scrollIntoViewIfNeeded();
    await expect(confirm).toBeInViewport({ ratio: 1 });
    await expect(page.getByText('Person 059')).toBeInViewport({ ratio: 1 });
  }
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('Import discarded')).toBeVisible();
});

test('the demo file is previewed, confirmed and taken back', async ({ page }) => {
  await enter(page);
  const title = await position(page);
  await page.goto('/import');
  await page.getByLabel('Position to apply for').selectOption({ label: title });
  await page.getByRole('button', { name: /^Use the demo file/ }).click();
  await expect(page.getByRole('button', { name: 'Remove the file' })).toBeVisible();
  await page.getByRole('button', { name: 'Show preview' }).click();

  const all = page.getByRole('button', { name: /^All rows/ });
  await expect(all).toContainText(/20\d/);
  await expect(page.getByLabel('Delimiter')).toContainText('Tab');
  await page.getByRole('button', { name: /^Import \d+ rows?$/ }).click();

  await expect(page.getByText('Import done')).toBeVisible();
  await expect(page.getByText('Applications created')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('Import undone').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo this import' })).toHaveCount(0);
});

test('problems are marked, going back keeps the choices, discarding writes nothing', async ({ page }) => {
  await enter(page);
  const title = await position(page);
  const phone = `+40721${String(Date.now()).slice(-6)}`;
  const id = `l:${Date.now()}`;
  await chooseFile(
    page,
    title,
    'mixed.csv',
    leads(`${id}\tyesterday\tToamna\tfb\tȘtefan Țepeș\tp:${phone}\t\tda`, 'l:none\t\t\t\tNobody\t\t\t'),
  );
  await expect(page.getByRole('row', { name: /Nobody/ })).toContainText('Refused');
  await page.getByRole('button', { name: /^Refused 1$/ }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: /^Warnings 1$/ }).click();
  await expect(page.getByRole('row', { name: /Ștefan Țepeș/ })).toBeVisible();

  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByText('mixed.csv').first()).toBeVisible();
  await expect(page.getByLabel('Position to apply for').locator('option:checked')).toHaveText(title);
  await page.getByRole('button', { name: 'Show preview' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('Import discarded')).toBeVisible();
});

test('a file in another encoding is read again as chosen', async ({ page }) => {
  await enter(page);
  const title = await position(page);
  const header = HEADER.replaceAll('\t', ';');
  const bytes = Buffer.from(`${header}\nl:${Date.now()};;;fb;\xaatefan;p:+40721555003;;da\n`, 'latin1');
  await chooseFile(page, title, 'windows.csv', bytes);
  await expect(page.getByText('Ştefan')).toBeVisible();
  const encodings = await page.getByLabel('Encoding').locator('option').allTextContents();
  await page
    .getByLabel('Encoding')
    .selectOption({ label: encodings.find((one) => /1252|8859-1$/.test(one)) ?? encodings[0] });
  await expect(page.getByText('Ştefan')).toHaveCount(0);
});

test('a file without the needed columns is refused whole, with their names', async ({ page }) => {
  await enter(page);
  const title = await position(page);
  await chooseFile(page, title, 'other.csv', Buffer.from('name,age\nAna,33\n'));
  const alert = page.getByRole('alert').filter({ hasText: 'This file cannot be imported' });
  await expect(alert).toContainText('phone_number');
  await expect(page).toHaveURL(/\/import$/);
});

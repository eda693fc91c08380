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
  const read = page.getByRole('cell', { name: 'Ştefan' });
  await expect(read).toBeVisible();
  const encodings = await page.getByLabel('Encoding').locator('option').allTextContents();
  await page
    .getByLabel('Encoding')
    .selectOption({ label: encodings.find((one) => /1252|8859-1$/.test(one)) ?? encodings[0] });
  await expect(read).toHaveCount(0);
});

test('of a file whose columns are not clear one says which is which', async ({ page }) => {
  await enter(page);
  const title = await position(page);
  const rows = 'applicant,how to reach\nAna Rusu,+40721557001\nDan Pop,0722 abc 001\n';
  await chooseFile(page, title, 'other.csv', Buffer.from(rows));
  const alert = page.getByRole('alert').filter({ hasText: 'This file cannot be imported' });
  await expect(alert).toContainText('Say which column is which');
  await expectAccessible(page);
  await page.getByLabel('What applicant is').selectOption('Full name');
  await page.getByLabel('What how to reach is').selectOption('Phone number');
  await page.getByRole('button', { name: 'Read it like this' }).click();
  await expect(page).toHaveURL(/\/import\/\d+$/);
  await expect(page.getByRole('row', { name: /Ana Rusu/ })).toContainText('+40721557001');
  // What is said about a number stands under the number.
  await expect(page.getByRole('cell', { name: /0722 abc 001/ })).toContainText('not dialled');

  await page.getByText('Columns', { exact: true }).click();
  await page.getByLabel('What applicant is').selectOption('Not used');
  await page.getByLabel('What how to reach is').selectOption('Full name');
  await expect(page.getByRole('button', { name: 'As proposed' })).toBeVisible();
  await expectAccessible(page);
});

test('where the bytes can be read in several ways one chooses by what is seen', async ({ page }) => {
  await enter(page);
  const title = await position(page);
  const rows = ['Kr\xe1\xbe'].map(
    (name, index) => `l:r${Date.now()}${index};;;fb;${name};p:+4072155800${index};;da`,
  );
  const header = HEADER.replaceAll('\t', ';');
  await chooseFile(page, title, 'names.csv', Buffer.from([header, ...rows].join('\n'), 'latin1'));
  const readings = page.getByRole('region', { name: 'Which of these is right?' }).getByRole('button');
  await expect(readings.first()).toBeVisible();
  const other = page
    .getByRole('region', { name: 'Which of these is right?' })
    .locator('[aria-pressed=false]');
  const seen = (await other.first().locator('span').first().textContent()) ?? '';
  await other.first().click();
  await expect(readings.filter({ hasText: seen })).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
});

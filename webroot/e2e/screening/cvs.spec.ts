import { expect, test, type Page } from '@playwright/test';
import { callablePosition, importLeads, somebody } from '../leads';
import { enter, expectAccessible, LOOKS, prefer } from '../steps';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const badge = (page: Page) => page.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });

/** The page of somebody whose CV is awaited. */
async function awaitingCv(page: Page, name: string): Promise<void> {
  const title = await callablePosition(page);
  await importLeads(page, title, [somebody(name)]);
  await page.goto(`/applications?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('New status').selectOption('Awaiting CV');
  await dialog.getByLabel('Why').fill('Talked to them myself.');
  await dialog.getByRole('button', { name: 'Set the status' }).click();
  await expect(badge(page)).toContainText('Awaiting CV');
}

test('a CV uploaded by hand moves the application on and can be downloaded again', async ({ page }) => {
  await enter(page);
  await awaitingCv(page, 'Nora Balan');
  const cvs = page.getByRole('region', { name: 'CVs' });
  await cvs
    .locator('input[type=file]')
    .setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: PDF });
  await expect(cvs).toContainText('cv.pdf');
  await expect(cvs).toContainText('uploaded');
  await expect(badge(page)).toContainText('CV received');
  const downloading = page.waitForEvent('download');
  await cvs.getByRole('button', { name: 'Download cv.pdf' }).click();
  expect((await downloading).suggestedFilename()).toBe('cv.pdf');
});

test('a file that is no CV is refused with its reason', async ({ page }) => {
  await enter(page);
  await awaitingCv(page, 'Lia Moraru');
  const cvs = page.getByRole('region', { name: 'CVs' });
  await cvs
    .locator('input[type=file]')
    .setInputFiles({ name: 'cv.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') });
  await expect(cvs.getByRole('alert')).not.toBeEmpty();
  await expect(cvs).toContainText('No CV yet.');
});

for (const look of LOOKS) {
  test(`unmatched CVs are accessible in ${look.locale}, ${look.theme}`, async ({ page }) => {
    await prefer(page, look);
    await enter(page, '/inbound');
    await expect(page.getByRole('tablist')).toBeVisible();
    await expectAccessible(page);
    await page.goto('/calls');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}

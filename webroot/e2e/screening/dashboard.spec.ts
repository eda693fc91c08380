import { expect, test } from '@playwright/test';
import { accessToken, callablePosition, importLeads, somebody } from '../leads';
import { enter, expectAccessible, LOOKS, prefer } from '../steps';

test('a card counts its people by group, leads to them, and follows what happens', async ({
  page,
  context,
}) => {
  await enter(page);
  const title = await callablePosition(page);
  await importLeads(page, title, [somebody('Sanda Ene'), somebody('Toma Ilie')]);
  await page.goto('/');
  const card = page.getByRole('article').filter({ hasText: title });
  await expect(card.getByRole('link', { name: 'Pending calls: 2' })).toBeVisible();
  await expect(card).toContainText('2 applications');

  const other = await context.newPage();
  await other.goto('/applications?q=Sanda+Ene');
  await other.getByRole('link', { name: 'Sanda Ene' }).first().click();
  await expect(other.getByRole('heading', { level: 1, name: 'Sanda Ene' })).toBeVisible();
  await other.keyboard.press('s');
  await other.getByRole('dialog').getByLabel('New status').selectOption('Needs a person');
  await other.getByRole('dialog').getByLabel('Why').fill('Wants a person.');
  await other.getByRole('dialog').getByRole('button', { name: 'Set the status' }).click();

  await expect(card.getByRole('link', { name: 'In progress: 1' })).toBeVisible();
  await expect(card).toContainText('1 needs attention');
  await expect(page.getByRole('list', { name: 'Recent events' })).toContainText('Sanda Ene');
  const waiting = page.getByRole('list', { name: 'For a person' });
  await waiting.getByRole('link', { name: 'Sanda Ene' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sanda Ene' })).toBeVisible();

  await page.goBack();
  await card.getByRole('link', { name: /^Pending calls/ }).click();
  await expect(page).toHaveURL(/positionId=\d+&group=pending_calls/);
  await expect(page.getByRole('link', { name: 'Toma Ilie' })).toBeVisible();
});

test('the quick actions lead to the import and to the applications', async ({ page }) => {
  await enter(page, '/');
  await page.getByRole('link', { name: 'Upload CSV' }).click();
  await expect(page).toHaveURL(/\/import$/);
  await page.goto('/');
  await page.getByRole('link', { name: 'Go to Applications' }).click();
  await expect(page).toHaveURL(/\/applications$/);
});

test('a group of what needs attention is read to its end', async ({ page }) => {
  await enter(page);
  const title = await callablePosition(page);
  const names = Array.from({ length: 7 }, (_, index) => `Waiting ${index} ${title}`);
  await importLeads(page, title, names.map(somebody));
  const headers = { Authorization: `Bearer ${await accessToken(page)}` };
  const found = await page.request.get(`/api/applications?q=${encodeURIComponent(title)}`, { headers });
  for (const { id } of ((await found.json()) as { items: { id: number }[] }).items) {
    const read = await page.request.get(`/api/applications/${id}`, { headers });
    const { application } = (await read.json()) as { application: { version: number } };
    const data = { status: 'needs_human', note: 'Wants a person.', version: application.version };
    expect((await page.request.post(`/api/applications/${id}/status`, { headers, data })).ok()).toBe(true);
  }
  await page.goto('/');
  const group = page.getByRole('region', { name: 'For a person' });
  const more = group.getByRole('button', { name: /^Show \d+ more$/ });
  await expect(more).toBeVisible();
  while ((await more.count()) > 0) {
    const before = await group.getByRole('listitem').count();
    await more.click();
    await expect.poll(() => group.getByRole('listitem').count()).toBeGreaterThan(before);
  }
  for (const name of names) await expect(group.getByRole('link', { name })).toBeVisible();
  await expectAccessible(page);
});

for (const look of LOOKS) {
  test(`the dashboard is accessible in ${look.locale}, ${look.theme}`, async ({ page }) => {
    await prefer(page, look);
    await enter(page, '/');
    await expect(page.locator('[data-today=calls]')).toBeVisible();
    await expectAccessible(page);
  });
}

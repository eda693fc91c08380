import { expect, test } from '@playwright/test';
import { enter, expectAccessible, LOOKS, prefer } from '../steps';

test('the audit tells who was refused, and its filters are in the address', async ({ page }) => {
  await page.request.post('/api/auth/login', {
    data: { email: 'nobody@example.com', password: 'wrong one' },
  });
  await enter(page, '/audit');
  await page.getByRole('searchbox', { name: 'Who, object or address' }).fill('nobody@example.com');
  await expect(page).toHaveURL(/q=nobody/);
  const row = page.getByRole('row', { name: /nobody@example\.com/ }).first();
  await expect(row).toContainText('Not logged in');
  await row.getByRole('link').first().click();
  await expect(page).toHaveURL(/action=/);
  await page.getByLabel('Result').selectOption('Done');
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(page).toHaveURL(/\/audit$/);
});

for (const look of LOOKS) {
  test(`the audit is accessible in ${look.locale}, ${look.theme}`, async ({ page }) => {
    await prefer(page, look);
    await enter(page, '/audit');
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
  });
}

import { expect, test } from '@playwright/test';
import { accessToken, callablePosition, importLeads, somebody } from '../leads';
import { enter, expectAccessible, LOOKS, prefer } from '../steps';

test('a number that is not dialled says why, and is corrected where the call is refused', async ({
  page,
}) => {
  await enter(page);
  const title = await callablePosition(page);
  const good = somebody('Radu Enache');
  await importLeads(page, title, [{ ...good, phone: '0722 abc 001' }]);
  await page.goto(`/applications?q=${encodeURIComponent(good.name)}`);
  await page
    .getByRole('checkbox', { name: new RegExp(good.name) })
    .first()
    .check();
  await page.getByRole('button', { name: /^Trigger Calls/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^(Queue|Trigger|Call)/ }).click();
  await expect(dialog).toContainText('Letters or signs');
  await dialog.getByRole('button', { name: 'Correct the number and queue the call' }).click();
  await expectAccessible(page);
  await dialog.getByLabel('Phone').fill(good.phone);
  await dialog.getByRole('button', { name: 'Save the number' }).click();
  await expect(dialog.getByRole('status')).toBeVisible();
});

for (const look of LOOKS) {
  test(`the notice of a number is accessible in ${look.locale}, ${look.theme}`, async ({ page }) => {
    await prefer(page, look);
    await enter(page);
    const title = await callablePosition(page);
    const good = somebody('Sorin Lup');
    const name = `${good.name} ${look.locale}`;
    const token = await accessToken(page);
    const headers = { Authorization: `Bearer ${token}` };
    const made = await page.request.post('/api/candidates', {
      headers,
      data: { fullName: name, phone: '0900 123', email: good.email },
    });
    const candidateId = ((await made.json()) as { id: number }).id;
    const positions = await page.request.get(`/api/positions?q=${encodeURIComponent(title)}`, { headers });
    const positionId = ((await positions.json()) as { items: { id: number }[] }).items[0]?.id;
    const applied = await page.request.post('/api/applications', {
      headers,
      data: { candidateId, positionId },
    });
    const { application } = (await applied.json()) as { application: { id: number } };
    await page.goto(`/applications/${application.id}`);
    const notice = page
      .locator('main')
      .getByRole('button', { name: /Correct the number|Corectează numărul/ });
    await notice.click();
    await expect(page.locator('input[name=phone]')).toBeFocused();
    await expectAccessible(page);
    await page.locator('input[name=phone]').fill(good.phone);
    await page.keyboard.press('Enter');
    await expect(notice).toHaveCount(0);
    await expect(page.locator('input[name=phone]')).toHaveCount(0);
  });
}

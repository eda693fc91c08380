import { expect, test, type Page } from '@playwright/test';
import { enter, expectAccessible, LOOKS, prefer, unique } from '../steps';

async function create(page: Page, title: string): Promise<void> {
  await page.goto('/positions/new');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Description').fill('Night shifts in the warehouse.');
  await page.getByLabel('Campaign questions').fill('Can you work nights?\n\nDo you have a licence?');
  await page.getByRole('button', { name: 'Create position' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

for (const look of LOOKS) {
  test(`list, form and new form are accessible in ${look.locale}, ${look.theme}`, async ({ page }) => {
    await prefer(page, look);
    await enter(page, '/positions');
    await expect(page.locator('main h1')).toBeVisible();
    await expectAccessible(page);
    await page.goto('/positions/new');
    await expect(page.locator('textarea[name=systemPrompt]')).toBeVisible();
    await expectAccessible(page);
  });
}

test('a position is created, found and edited', async ({ page }) => {
  await enter(page);
  const title = unique('Forklift driver');
  await create(page, title);
  await expect(page.getByText('2 criteria')).toBeVisible();
  await expect(page.getByText(/Still missing: System prompt/)).toBeVisible();

  await page.getByRole('textbox', { name: 'System prompt' }).fill('You are Ana. ');
  await page.getByTitle('Insert {candidate_first_name}').click();
  await expect(page.getByRole('textbox', { name: 'System prompt' })).toHaveValue(
    'You are Ana. {candidate_first_name}',
  );
  await page.getByLabel('Call attempts').fill('3');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Call attempts')).toHaveValue('3');

  await page.goto('/positions');
  await page.getByRole('searchbox').fill(title.slice(-6));
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
});

test('what is wrong is named at its field and nothing is saved', async ({ page }) => {
  await enter(page, '/positions/new');
  await page.getByLabel('Call attempts').fill('11');
  await page.getByLabel('Calls until (hour)').fill('9');
  await page.getByRole('button', { name: 'Create position' }).click();
  await expect(page.getByText('A whole number from 1 to 10.')).toBeVisible();
  await expect(page.getByText('The end must be after the start.')).toBeVisible();
  await expect(page.getByLabel('Title')).toBeFocused();
  await expect(page).toHaveURL(/\/new$/);
});

test('two who save the same position see both values and choose', async ({ page, context }) => {
  await enter(page);
  const title = unique('Welder');
  await create(page, title);
  const other = await context.newPage();
  await other.goto(page.url());
  await page.getByLabel('Title').fill(`${title} A`);
  await page.getByLabel('Call attempts').fill('4');
  await other.getByLabel('Title').fill(`${title} B`);
  await other.getByLabel('Description').fill('Day shifts.');
  await other.getByRole('button', { name: 'Save position' }).click();
  await expect(other.getByText('Saved', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Save position' }).click();
  const dialog = page.getByRole('dialog', { name: 'Changed by someone else' });
  await expect(dialog.getByText(`${title} A`)).toBeVisible();
  await expect(dialog.getByText(`${title} B`)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('radio', { name: /Theirs/ }).check();
  await dialog.getByRole('button', { name: 'Save my choice' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${title} B` })).toBeVisible();
  await expect(page.getByLabel('Call attempts')).toHaveValue('4');
  await expect(page.getByLabel('Description')).toHaveValue('Day shifts.');
});

test('unsaved work is not left by accident', async ({ page }) => {
  await enter(page, '/positions/new');
  await page.getByLabel('Title').fill('Half written');
  await page.getByRole('link', { name: 'Users' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Half written');
  await page.getByRole('link', { name: 'Users' }).click();
  await dialog.getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/users$/);
});

test('a position without applications can be deleted', async ({ page }) => {
  await enter(page);
  const title = unique('Mistake');
  await create(page, title);
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete position' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete position' }).click();
  await expect(page).toHaveURL(/\/positions$/);
  await expect(page.getByRole('link', { name: title, exact: true })).toHaveCount(0);
});

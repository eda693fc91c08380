import { expect, test, type Page } from '@playwright/test';
import { accessToken, callablePosition, importLeads, somebody } from '../leads';
import { enter, expectAccessible, LOOKS, prefer } from '../steps';

const badge = (page: Page) => page.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });

/** The page of the one person of a position of their own. */
async function openSomebody(page: Page, name: string): Promise<void> {
  const title = await callablePosition(page);
  await importLeads(page, title, [somebody(name)]);
  await page.goto(`/applications?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Calls as many people as it takes until one of them was heard and judged. */
async function judged(page: Page): Promise<void> {
  const title = await callablePosition(page);
  const names = Array.from({ length: 10 }, (_, index) => somebody(`Judged Person ${index}`));
  await importLeads(page, title, names);
  const headers = { Authorization: `Bearer ${await accessToken(page)}` };
  const list = await page.request.get('/api/applications?q=Judged+Person&status=pending_call&pageSize=200', {
    headers,
  });
  const { items } = (await list.json()) as { items: { id: number }[] };
  const data = { applicationIds: items.map((item) => item.id) };
  expect((await page.request.post('/api/applications/trigger-calls', { headers, data })).ok()).toBe(true);
  await page.goto('/applications?qualified=true&q=Judged+Person');
  await expect(page.getByRole('link', { name: /^Judged Person/ }).first()).toBeVisible({ timeout: 60_000 });
  await page
    .getByRole('link', { name: /^Judged Person/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^Judged Person/ })).toBeVisible();
}

test('what was said and what it was judged to mean', async ({ page }) => {
  test.setTimeout(120_000);
  await enter(page);
  await judged(page);

  const verdict = page.getByRole('region', { name: 'Evaluation' });
  await expect(verdict).toContainText('Qualified');
  const criteria = verdict.getByRole('list', { name: 'Criteria' }).getByRole('listitem');
  await expect(criteria.filter({ hasText: /^\s*(Met|Not met|Not asked|Unclear)/ }).first()).toBeVisible();
  await criteria.getByRole('button').first().click();
  const turns = page.getByRole('list', { name: 'Transcript' });
  await expect(turns).toBeVisible();
  await expect(turns.locator('mark')).toBeVisible();
  await expect(turns).toContainText('Agent');

  await expect(page.getByRole('group', { name: 'Messages' })).toContainText('CV request', {
    timeout: 20_000,
  });
  await page.getByRole('button', { name: 'CV request' }).first().click();
  await expect(page.getByRole('group', { name: 'Messages' })).toContainText(/RF-\d+/);

  await expectAccessible(page);
});

test('a sequence keeps its second key to itself, and a call can be called off before it is placed', async ({
  page,
}) => {
  await enter(page);
  await openSomebody(page, 'Emil Rusu');
  const address = page.url();
  const calls: string[] = [];
  page.on('request', (request) => request.url().endsWith('/call-now') && calls.push(request.url()));

  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/\/calls$/);
  await page.goto(address);
  await expect(page.getByRole('button', { name: /^Call now/ })).toBeVisible();
  await expect(badge(page)).toContainText('Pending call');

  await page.getByRole('button', { name: /^Call now/ }).click();
  const off = page.getByRole('button', { name: /^Cancel the call \(\d\)/ });
  await expect(off).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nobody was phoned')).toBeVisible();
  await expect(off).toHaveCount(0);
  expect(calls).toEqual([]);
  const told = page.getByText('Emil Rusu is phoned in five seconds');
  await expect(told).toHaveCount(0);

  await page.keyboard.press('c');
  await expect(told).toBeVisible();
  await expect(page.getByText('The call is being placed')).toBeVisible();
  expect(calls).toHaveLength(1);
  await expect(badge(page)).not.toContainText('Pending call');
});

test('what the server says of an application is in the language of the screens', async ({ page }) => {
  await enter(page);
  await openSomebody(page, 'Ilie Sava');
  await page.evaluate(() => localStorage.setItem('PARAGLIDE_LOCALE', 'ro'));
  await page.reload();
  await expect(
    page.getByText('Reamintirea este pentru candidați calificați al căror CV este așteptat.'),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Candidaturi' }).first()).toBeVisible();
  await page.goto('/jobs');
  await expect(page.getByRole('row', { name: /Coada de apeluri/ })).toBeVisible();
});

test('what cannot be done says why, and what is missing is named', async ({ page }) => {
  await enter(page);
  await openSomebody(page, 'Vera Costin');

  await expect(page.getByRole('button', { name: /^Send follow-up/ })).toBeDisabled();
  await expect(page.getByText('A follow-up is for qualified candidates whose CV is awaited.')).toBeVisible();

  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Set the status' }).click();
  await expect(dialog).toContainText('Choose a status.');
  await expect(dialog).toContainText('Say why.');
  await dialog.getByLabel('New status').selectOption('Needs a person');
  await dialog.getByLabel('Why').fill('Asked for me by name.');
  await dialog.getByRole('button', { name: 'Set the status' }).click();
  await expect(badge(page)).toContainText('Needs a person');
  await expect(page.getByText('Asked for me by name.')).toBeVisible();

  await page.keyboard.press('b');
  await dialog.getByLabel('Day').fill('2020-01-15');
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(dialog).toContainText('This moment has passed.');
  await dialog.getByLabel('Day').fill('2031-01-15');
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(badge(page)).toContainText('Call-back scheduled');
  await expect(badge(page)).toContainText('15 January 2031');
});

test('notes, an assignment, a message without text, and closing taken back', async ({ page }) => {
  await enter(page);
  await openSomebody(page, 'Doru Avram');

  await page.keyboard.press('n');
  await page.keyboard.type('Prefers mornings.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Prefers mornings.' })).toBeVisible();
  await page.getByRole('button', { name: 'Notes', exact: true }).click();
  await expect(page.locator('[data-moment=status]')).toHaveCount(0);

  await page.getByLabel('Assigned to').selectOption({ label: 'Sandbox Recruiter' });
  await expect(page.getByText('The assignment was saved')).toBeVisible();

  await page.getByRole('button', { name: /^Send a message/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog).toContainText('An email needs a subject.');
  await expect(dialog).toContainText('Write what to say.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  // The keyboard goes back to where it was.
  await expect(page.getByRole('button', { name: /^Send a message/ })).toBeFocused();

  await page
    .getByRole('button', { name: /^Close/ })
    .first()
    .click();
  await expect(badge(page)).toContainText('Closed');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(badge(page)).toContainText('Pending call');
});

for (const look of LOOKS) {
  test(`an application is accessible in ${look.locale}, ${look.theme}`, async ({ page }) => {
    await prefer(page, look);
    await enter(page, '/applications?qualified=true&q=Judged+Person');
    await page
      .getByRole('link', { name: /^Judged Person/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1, name: /^Judged Person/ })).toBeVisible();
    await page.locator('[data-call] button[aria-expanded]').first().click();
    await expectAccessible(page);
    await page.keyboard.press('m');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
  });
}

import { createHmac } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { enter, expectAccessible, LOOKS, prefer, unique } from '../steps';

const STEP_MS = 30_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator shows, some steps from now (RFC 6238). */
function codeOf(secret: string, steps = 0): string {
  const bits = [...secret.replace(/\s/g, '')]
    .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS) + steps));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Somebody new, logged in; the demo account stays as it is. */
async function somebodyNew(page: Page): Promise<{ email: string; password: string }> {
  await enter(page, '/users');
  const name = unique('Ilinca');
  const email = `${name.replace(' ', '.').toLowerCase()}@example.com`;
  const password = 'barca verde doarme';
  await page.getByRole('button', { name: 'New user' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(page.getByRole('row', { name: new RegExp(email) })).toBeVisible();
  await logOut(page);
  await logIn(page, email, password);
  return { email, password };
}

async function logIn(page: Page, email: string, password: string) {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}

async function logOut(page: Page) {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(page.locator('input[name=password]')).toBeVisible();
}

async function toAccount(page: Page) {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Your account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
}

test('the own password is changed, and what is refused says why', async ({ page }) => {
  const { email } = await somebodyNew(page);
  await toAccount(page);
  const change = async (now: string, next: string) => {
    await page.locator('input[name=currentPassword]').fill(now);
    await page.locator('input[name=newPassword]').fill(next);
    await page.locator('input[name=again]').fill(next);
    await page.getByRole('button', { name: 'Change the password' }).click();
  };
  await change('not mine at all', 'munte albastru sare');
  await expect(page.getByText('The password is not right.')).toBeVisible();
  await change('barca verde doarme', 'password1234');
  await expect(page.getByText('Anybody would try this one early')).toBeVisible();
  await change('barca verde doarme', 'munte albastru sare');
  await expect(page.getByText('Password changed; all other sessions ended')).toBeVisible();
  await logOut(page);
  await logIn(page, email, 'munte albastru sare');
  await expect(page.locator('main#content')).toBeVisible();
});

test('a second factor is set up, asked for at the login, and removed', async ({ page }) => {
  const { email, password } = await somebodyNew(page);
  await toAccount(page);
  await page.locator('input[name=factorPassword]').fill(password);
  await page.getByRole('button', { name: 'Set it up' }).click();
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await expectAccessible(page);
  const secret = (await page.locator('[data-secret]').textContent()) ?? '';
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('The code is not right.')).toBeVisible();
  await page.getByLabel('Code', { exact: true }).fill(codeOf(secret));
  await page.getByRole('button', { name: 'Confirm' }).click();
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  await expectAccessible(page);
  const recovery = (await codes.first().textContent()) ?? '';
  await page.getByRole('button', { name: 'I have kept them' }).click();

  await logOut(page);
  await logIn(page, email, password);
  await page.getByLabel('Code').fill('123456');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('The code is not right.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Code').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.locator('main#content')).toBeVisible();

  await toAccount(page);
  await page.getByRole('button', { name: 'Remove the second factor' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[name=removePassword]').fill(password);
  await dialog.getByLabel('Code').fill(recovery);
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('Second factor removed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set it up' })).toBeVisible();
});

for (const look of LOOKS) {
  test(`the own account is accessible in ${look.locale}, ${look.theme}`, async ({ page }) => {
    await prefer(page, look);
    await enter(page, '/account');
    await expect(page.locator('input[name=newPassword]')).toBeVisible();
    await expectAccessible(page);
  });
}

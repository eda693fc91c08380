import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const LOOKS = [
  { locale: 'en', theme: 'light' },
  { locale: 'ro', theme: 'dark' },
] as const;
export type Look = (typeof LOOKS)[number];

/** Language and theme as a returning visitor has them. */
export async function prefer(page: Page, look: Look): Promise<void> {
  await page.addInitScript(({ locale, theme }) => {
    localStorage.setItem('PARAGLIDE_LOCALE', locale);
    localStorage.setItem('mode-watcher-mode', theme);
  }, look);
}

/** Opens a page as the demo recruiter and waits until it shows. */
export async function enter(page: Page, path = '/positions'): Promise<void> {
  await page.goto(path);
  await page.locator('input[name=email]').fill('recruiter@sandbox.local');
  await page.locator('input[name=password]').fill('sandbox');
  await page.locator('button[type=submit]').click();
  await expect(page.locator('main#content')).toBeVisible();
}

/** No violation of WCAG 2.2 A and AA that a machine can find; of an open dialog, not of what it covers. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  const scope = (await page.getByRole('dialog').count()) > 0 ? '[role=dialog]' : 'html';
  const found = await new AxeBuilder({ page })
    .include(scope)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // Toasts come and go over what is tested here.
    .exclude('[data-sonner-toaster]')
    .analyze();
  const told = found.violations.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect(told).toEqual([]);
}

/** A name that no other run has used. */
export const unique = (name: string): string => `${name} ${Date.now().toString(36)}`;

import { expect, test, type Page } from '@playwright/test';
import { accessToken, callablePosition, importLeads, somebody } from './leads';
import { enter, LOOKS, prefer } from './steps';

/** Every page there is, with what shows that it has loaded. */
async function pages(page: Page): Promise<string[]> {
  const title = await callablePosition(page);
  await importLeads(page, title, [somebody('Wilhelmina Extraordinarius-Papadopoulos')]);
  const imported = new URL(page.url()).pathname;
  const headers = { Authorization: `Bearer ${await accessToken(page)}` };
  const list = await page.request.get('/api/applications?q=Wilhelmina&pageSize=1', { headers });
  const [row] = ((await list.json()) as { items: { id: number; positionId: number }[] }).items;
  return [
    '/',
    '/applications',
    `/applications/${row?.id}`,
    '/positions',
    '/positions/new',
    `/positions/${row?.positionId}`,
    '/import',
    imported,
    '/calls',
    '/inbound',
    '/users',
    '/account',
    '/audit',
    '/jobs',
    '/jobs?tab=tasks',
    '/no-such-page',
  ];
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('main#content')).toBeVisible();
  await expect(page.locator('main h1, main [data-empty]').first()).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** Texts that are smaller than they may be, and what stands out beyond the window. */
const look = () => {
  const small = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || !element.checkVisibility()) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < 12) small.add(`${size}px: ${node.textContent.trim().slice(0, 40)}`);
  }
  const main = document.querySelector('main');
  return {
    small: [...small],
    body: getComputedStyle(document.body).fontSize,
    beyond: Math.max(
      document.documentElement.scrollWidth - window.innerWidth,
      (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
    ),
    // Tables whose rows have another number of cells than their head.
    crooked: [...document.querySelectorAll('table')]
      .filter((table) => {
        const row = table.querySelector('tbody tr:not(:has([colspan]))');
        return row && row.children.length !== table.querySelectorAll('thead th').length;
      })
      .map((table) => table.textContent?.slice(0, 60)),
  };
};

for (const { locale, theme } of LOOKS) {
  test(`no page has small print, crooked tables or is wider than a phone in ${locale}`, async ({ page }) => {
    test.setTimeout(180_000);
    await enter(page);
    const all = await pages(page);
    await prefer(page, { locale, theme } as (typeof LOOKS)[number]);
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of all) {
        await open(page, path);
        expect({ path, width, ...(await page.evaluate(look)) }).toEqual({
          path,
          width,
          small: [],
          body: '14px',
          beyond: 0,
          crooked: [],
        });
      }
    }
  });
}

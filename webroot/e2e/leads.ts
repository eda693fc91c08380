import { expect, type Page } from '@playwright/test';
import { unique } from './steps';

interface Lead {
  name: string;
  phone: string;
  email: string;
}

const HEADER =
  'id\tcreated_time\tcampaign_name\tplatform\tfull_name\tphone_number\temail\thow_many_years_in_sales?';

/** An open position that can be called for, at any hour, so that a test need not wait for the morning. */
export async function callablePosition(page: Page): Promise<string> {
  const title = unique('Sales');
  const token = await accessToken(page);
  const prompts = {
    systemPrompt: 'You call candidates about the sales job and ask about their years in sales.',
    firstMessage: 'Hello, am I speaking with {{candidate_name}}?',
    qualificationPrompt: 'Qualified: at least two years in sales.',
  };
  const made = await page.request.post('/api/positions', {
    headers: { Authorization: `Bearer ${token}` },
    data: {
      title,
      description: 'Sells to shops, three days a week on the road.',
      campaignQuestions: 'How many years have you worked in sales?\nDo you have a driving licence?',
      callingHourStart: 0,
      callingHourEnd: 24,
      ...prompts,
    },
  });
  expect(made.ok(), await made.text()).toBe(true);
  return title;
}

/** Imports people for a position through the screens. */
export async function importLeads(page: Page, title: string, leads: readonly Lead[]): Promise<void> {
  const stamp = Date.now();
  const rows = leads.map(
    (lead, index) =>
      `l:${stamp}${index}\t2026-11-18T10:00:00+02:00\tSales\tfb\t${lead.name}\tp:${lead.phone}\t${lead.email}\tthree`,
  );
  await page.goto('/import');
  await page.locator('select[name=positionId]').selectOption({ label: title });
  await page.locator('input[type=file]').setInputFiles({
    name: 'leads.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\ufeff${[HEADER, ...rows].join('\n')}\n`, 'utf16le'),
  });
  await page.getByRole('button', { name: 'Show preview' }).click();
  await page.getByRole('button', { name: /^Import \d+ rows?$/ }).click();
  await expect(page.getByText('Import done')).toBeVisible();
}

let people = Date.now() % 1_000_000;

/** Somebody nobody has called yet. */
export function somebody(name: string): Lead {
  const number = String(++people).padStart(6, '0');
  return {
    name,
    phone: `+40722${number}`,
    email: `${name.toLowerCase().replaceAll(' ', '.')}.${number}@example.com`,
  };
}

/** A token of the demo recruiter, to prepare what a test is not about. */
export async function accessToken(page: Page): Promise<string> {
  const login = await page.request.post('/api/auth/login', {
    data: { email: 'recruiter@sandbox.local', password: 'sandbox' },
  });
  return ((await login.json()) as { accessToken: string }).accessToken;
}

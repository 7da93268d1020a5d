import { expect, type Page } from '@playwright/test';

/** The first person who reads somebody's words takes out what tells who somebody is. */
export async function redactNext(page: Page, panel: string, who: string, prompt: string) {
  await page.goto(`${panel}/contributions?state=received`);
  const row = page.getByRole('row', { name: who }).filter({ hasText: prompt });
  await expect(row).toContainText('Nobody has read this yet');
  await row.getByRole('link').click();
  await page.getByRole('link', { name: 'Read and take out what identifies' }).click();
  await page.getByRole('button', { name: 'See what others will read' }).click();
  await expect(page.getByRole('heading', { name: 'What others will read' })).toBeVisible();
}

export async function confirmRedaction(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('What others read is kept.')).toBeVisible();
}

export async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(page.getByText('The contribution is accepted.')).toBeVisible();
}

export async function reject(page: Page, reason: string, note: string): Promise<void> {
  await page.getByRole('radio', { name: reason }).check();
  await page.getByLabel('What you tell the author').fill(note);
  await page.getByRole('button', { name: 'Reject', exact: true }).click();
  await expect(page.getByText('The contribution is rejected.')).toBeVisible();
}

/** Keeps what somebody said on the phone, once it was read back to them. */
export async function writeDown(page: Page, panel: string, number: string, words: string) {
  await page.goto(`${panel}/enter`);
  await page.getByLabel('Member number').fill(number);
  await page.getByRole('radio', { name: 'By phone' }).check();
  await page.getByLabel('Language of the words').selectOption({ label: 'English' });
  await page.getByLabel('What they said').fill(words);
  await page.getByRole('button', { name: 'Keep as a contribution' }).click();
  // Not kept before it was read back; what was typed stays.
  await expect(page.getByText(/Read the words back to the person/).first()).toBeVisible();
  await expect(page.getByLabel('What they said')).toHaveValue(words);
  await page.getByLabel('Read back to them on').fill(new Date().toISOString().slice(0, 10));
  await page.getByRole('checkbox', { name: /I have read these words back/ }).check();
  await page.getByRole('button', { name: 'Keep as a contribution' }).click();
  await expect(page.getByText('The contribution is kept.')).toBeVisible();
}

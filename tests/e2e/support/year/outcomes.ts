import { expect, type Page } from '@playwright/test';
import { fillText } from './fill-text.ts';
import { change, reason, request } from './texts.ts';

type Built = { words: string; quote?: { number: string; text: string } };

/** A suggestion built on what people said; returns its address. */
export async function suggest(page: Page, panel: string, builtOn: readonly Built[]) {
  await page.goto(`${panel}/decisions/new`);
  await fillText(page, 'What people ask for', request);
  for (const { words, quote } of builtOn) {
    await page.getByRole('checkbox', { name: words }).check();
    if (quote === undefined) continue;
    await page.getByText(`Quote words of member ${quote.number}`).click();
    const details = page.locator('details[open]').filter({ hasText: `member ${quote.number}` });
    await details.getByLabel('Words to quote').fill(quote.text);
  }
  await page.getByRole('button', { name: 'Add the suggestion' }).click();
  await expect(page.getByText('The suggestion was added.')).toBeVisible();
  await page.getByRole('link', { name: request.en }).click();
  await expect(page.getByRole('heading', { name: 'Built on' })).toBeVisible();
  return page.url().replace(/\?.*$/, '');
}

/** The secretary of the board decides with a reason and records what changed. */
export async function decidePartly(page: Page, suggestion: string): Promise<void> {
  await page.goto(suggestion);
  await page.getByRole('radio', { name: 'Accepted in part' }).check();
  await page.getByLabel('Decided by').fill('The AI board');
  await page.getByRole('button', { name: 'Record the decision' }).click();
  await expect(page.getByText('Give the reason').first()).toBeVisible();
  await fillText(page, 'Reason', reason);
  await page.getByRole('button', { name: 'Record the decision' }).click();
  await expect(page.getByText('The decision was recorded.')).toBeVisible();
  await fillText(page, 'What is different now', change);
  await page
    .getByLabel('What the change is in')
    .selectOption({ label: 'A document kept elsewhere' });
  await page.getByLabel('Name of the document').fill('Wording of alerts');
  await page.getByLabel('Its version').fill('2');
  await page.getByRole('button', { name: 'Record the change' }).click();
  await expect(page.getByText('The change was recorded.')).toBeVisible();
}

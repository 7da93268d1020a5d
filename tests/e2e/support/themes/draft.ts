import { expect, type Page } from '@playwright/test';

const english = (page: Page) => page.getByRole('region', { name: 'English' });

export async function askForDraft(page: Page, coding: string): Promise<void> {
  await page.goto(`${coding}/draft`);
  await english(page).getByRole('button', { name: 'Make a first draft' }).click();
  await expect(page.getByText('The draft is being made.')).toBeVisible();
}

/** Reads the draft, once it is there, and makes its first theme a code that is proposed for its texts. */
export async function adoptDraft(page: Page, coding: string, name: string): Promise<void> {
  await page.goto(`${coding}/draft`);
  const found = english(page).locator('summary', { hasText: /^Themes found: \d/ });
  await expect(found).toBeVisible({ timeout: 60_000 }); // it is computed in the background
  await found.click();
  await expect(english(page).getByText(/^Built from \d+ of 100 texts/)).toBeVisible();
  const joinAll = english(page).getByRole('button', { name: 'Join all as proposed' });
  if ((await joinAll.count()) > 0) {
    await joinAll.click();
    await expect(page.getByText('The decision was kept.')).toBeVisible();
  }
  await english(page).getByLabel('Name of the code').first().fill(name);
  await english(page)
    .getByRole('button', { name: 'Make it a code and propose it' })
    .first()
    .click();
  await expect(page.getByText('The code was added and proposed for the texts.')).toBeVisible();
}

/** Accepts one proposal and refuses another; the rest stay proposals. */
export async function weighProposals(page: Page, coding: string, name: string): Promise<void> {
  await page.getByRole('link', { name: /^Texts with a proposed code/ }).click();
  await expect(page).toHaveURL(`${coding}?only=proposed`);
  const codes = page.getByRole('list', { name: 'Codes of this text' });
  const proposal = codes.getByRole('listitem').filter({ hasText: name });
  await expect(proposal).toContainText('suggested by the machine');
  await proposal.getByRole('button', { name: 'Accept' }).click();
  await expect(proposal).toContainText('suggested and accepted');
  await page.keyboard.press('n');
  await expect(proposal).toContainText('suggested by the machine');
  await proposal.getByRole('button', { name: 'Does not fit' }).click();
  await expect(proposal).toHaveCount(0);
}

import type { Page } from '@playwright/test';

/** Unfolds what is asked once more, and says yes to it. */
export async function confirm(page: Page, name: string): Promise<void> {
  const asked = page.locator('details.confirm', {
    has: page.locator('summary', { hasText: name }),
  });
  await asked.locator('summary').click();
  await asked.getByRole('button', { name, exact: true }).click();
}

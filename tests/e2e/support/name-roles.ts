import { expect, type Page } from '@playwright/test';
import { baseUrl } from './fixtures.ts';

/** Names who has to be there before a system may be used. */
export async function nameRoles(page: Page, model: string): Promise<void> {
  const main = page.getByRole('main');
  for (const role of ['system-owner', 'safety-officer', 'clinical-lead']) {
    await page.goto(`${baseUrl()}/models/${model}/people`);
    await main.getByLabel('Role').selectOption(role);
    await main.getByLabel('Name', { exact: true }).fill(`Ana ${role}`);
    await main.getByRole('button', { name: 'Name', exact: true }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
  }
}

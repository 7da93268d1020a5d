import type { Locator, Page } from '@playwright/test';
import type { Text } from './texts.ts';

const names = { en: 'English', ar: 'Arabic', kk: 'Kazakh' } as const;

/** One text in the three languages of the panel. */
export async function fillText(page: Page | Locator, legend: string, text: Text): Promise<void> {
  const group = page.getByRole('group', { name: legend, exact: true });
  for (const tongue of ['en', 'ar', 'kk'] as const) {
    await group.getByLabel(names[tongue], { exact: true }).fill(text[tongue]);
  }
}

import type { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { checkPage } from '../check-page.ts';

const pictures = 'test-results/themes';

/** Looks at each kind of page once, and keeps a picture of it for people to look at. */
export function lookAt(): (page: Page, name: string) => Promise<void> {
  const seen = new Set<string>();
  mkdirSync(pictures, { recursive: true });
  return async (page, name) => {
    if (seen.has(name)) return;
    seen.add(name);
    await checkPage(page, name);
    await page.screenshot({ path: `${pictures}/${name.replaceAll(' ', '-')}.png`, fullPage: true });
  };
}

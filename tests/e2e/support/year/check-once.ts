import type { Page } from '@playwright/test';
import { checkPage } from '../check-page.ts';

/** Looks at each page once, however often it is visited. */
export function checkOnce(): (page: Page, name: string) => Promise<void> {
  const seen = new Set<string>();
  return async (page, name) => {
    if (seen.has(name)) return;
    seen.add(name);
    await checkPage(page, name);
  };
}

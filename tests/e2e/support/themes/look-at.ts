import type { Browser, Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { checkPage } from '../check-page.ts';
import { openBrowser } from '../fixtures.ts';

const pictures = 'test-results/themes';

/** The same page with script, as the same person: without it there are no timers, for which axe waits. */
export async function besides(browser: Browser, page: Page): Promise<Page> {
  const { page: beside } = await openBrowser(browser, {
    viewport: page.viewportSize(),
    storageState: await page.context().storageState(),
    locale: await page.evaluate(() => document.documentElement.lang),
  });
  await beside.goto(page.url());
  return beside;
}

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

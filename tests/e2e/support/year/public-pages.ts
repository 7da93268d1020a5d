import type { Page } from '@playwright/test';
import { baseUrl } from '../fixtures.ts';
import { slug } from './open-panel.ts';

/** What everybody can read of the panel, in each of its languages. */
export async function publicPages(page: Page, code: string): Promise<string> {
  const read = async (path: string) => {
    await page.goto(`${baseUrl()}${path}`);
    return page.content();
  };
  const paths = ['en', 'ar', 'kk'].flatMap((tongue) => [
    `/outcomes/${slug}?lang=${tongue}`,
    `/join/${code}?lang=${tongue}`,
  ]);
  const pages: string[] = [];
  for (const path of paths) pages.push(await read(path));
  return pages.join('\n');
}

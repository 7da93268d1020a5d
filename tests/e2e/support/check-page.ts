import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** WCAG 2.2 AA as far as a machine can tell, a title, a main landmark, no sideways scrolling. */
export async function checkPage(page: Page, name: string): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (tags) => {
    const results = await window.axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return results.violations.map(({ id, nodes }) => ({
      id,
      where: nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
    }));
  }, standards);
  expect.soft(violations, `${name}: ${page.url()}`).toEqual([]);
  expect.soft(await page.title(), `${name}: title`).not.toBe('');
  await expect.soft(page.getByRole('main'), `${name}: main`).toHaveCount(1);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${name}: sideways scrolling`).toBeLessThanOrEqual(0);
}

import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Forms in which the browser would say what is wrong, in its own language instead of the reader's. A
 * half-typed date alone is left to it: the server would read it as none.
 */
function formsOfTheBrowser(): string[] {
  const rules = ['[required]', '[minlength]', '[pattern]', '[type=email]', '[type=number]'].join();
  return [...document.forms]
    .filter((form) => !form.noValidate && [...form.elements].some((field) => field.matches(rules)))
    .map((form) => form.id || form.action);
}

/** WCAG 2.2 AA as far as a machine can tell, a title, a main landmark, no sideways scrolling. */
export async function checkPage(page: Page, name: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
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
  const speaking = await page.evaluate(formsOfTheBrowser);
  expect.soft(speaking, `${name}: errors in the browser's language`).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${name}: sideways scrolling`).toBeLessThanOrEqual(0);
}

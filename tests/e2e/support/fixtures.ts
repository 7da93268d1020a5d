import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';

export const baseUrl = (): string => {
  const url = process.env['E2E_URL'];
  if (!url) throw new Error('the application is started by the global set-up');
  return url;
};

export async function signIn(page: Page, role: string): Promise<void> {
  await page.goto(`${baseUrl()}/sign-in`);
  await page.getByLabel('E-mail address').fill(`${role}@riverside.example`);
  await page.getByLabel('Password').fill(process.env['E2E_PASSWORD'] ?? '');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/start$/);
}

/** A person's own browser, which shares nothing with others. */
export async function openBrowser(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(options);
  return { context, page: await context.newPage() };
}

/** Loads the page again until the expectation holds: jobs do their work in the background. */
export async function reloadUntil(
  page: Page,
  holds: () => Promise<boolean>,
  seconds = 75,
): Promise<void> {
  await expect(async () => {
    await page.reload();
    expect(await holds()).toBe(true);
  }).toPass({ timeout: seconds * 1000, intervals: [1000] });
}

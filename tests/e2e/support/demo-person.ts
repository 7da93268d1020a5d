import type { Browser, BrowserContext, Page } from '@playwright/test';
import { baseUrl, openBrowser } from './fixtures.ts';
import { idIn } from './id-in.ts';

/** Somebody of the demo's panel with a pass, and what this person's pages can name. */
export type DemoPerson = {
  panel: string;
  member: string;
  round: string;
  contribution: string;
  rejected: string;
  cookies: Awaited<ReturnType<BrowserContext['cookies']>>;
};

/** A personal link as the facilitator hands it over on paper. */
async function takeLink(facilitator: Page, person: string): Promise<string> {
  await facilitator.goto(`${baseUrl()}${person}`);
  await facilitator.getByRole('button', { name: 'Make a letter' }).click();
  const link = await facilitator.locator('.letter-link').textContent();
  return new URL(link?.trim() ?? '').pathname;
}

/** The address that ends a link on a page of the person, as the page names it. */
async function hrefIn(page: Page, address: string, part: string): Promise<string> {
  await page.goto(`${baseUrl()}${address}`);
  return (await page.locator(`main a[href*="${part}"]`).first().getAttribute('href')) ?? '';
}

/** Somebody who speaks Arabic and has still to answer the open round. */
export async function becomePerson(browser: Browser, facilitator: Page): Promise<DemoPerson> {
  await facilitator.goto(`${baseUrl()}/panels`);
  const demo = facilitator.getByRole('link', { name: 'Riverside Voices (demo)' });
  const panel = idIn(await demo.getAttribute('href'));
  await facilitator.goto(`${baseUrl()}/panels/${panel}/people`);
  const speaks = facilitator.getByRole('row').filter({ hasText: 'Arabic' });
  const active = speaks.filter({ hasText: 'Takes part' }).nth(2); // whose answer was rejected once
  const person = (await active.getByRole('link').getAttribute('href')) ?? '';
  const { context, page } = await openBrowser(browser, { locale: 'ar', javaScriptEnabled: false });
  await page.goto(`${baseUrl()}${await takeLink(facilitator, person)}`);
  await page.locator('main form[method=post] button').click();
  const round = idIn(await hrefIn(page, '/panel', '/panel/rounds/'));
  const contribution = idIn(await hrefIn(page, '/panel/words', '/withdraw'));
  const rejected = idIn(await hrefIn(page, '/panel/words', '/appeal'));
  const cookies = await context.cookies();
  await context.close();
  return {
    panel,
    member: idIn(person.split('/people/')[1] ?? ''),
    round,
    contribution,
    rejected,
    cookies,
  };
}

import { expect, test, type Browser, type Page } from '@playwright/test';
import axe from 'axe-core';
import { checkPage } from './support/check-page.ts';
import { baseUrl, openBrowser, signIn } from './support/fixtures.ts';
import { listRoutes } from './support/route-list.ts';
import { readPlaces } from './support/places-file.ts';
import type { Places } from './support/prepare-places.ts';
import { visits } from './support/visits.ts';
import { answeringRoutes, withoutPage } from './support/without-visit.ts';

const desktop = { viewport: { width: 1280, height: 900 }, locale: 'en-GB' };
const phone = { viewport: { width: 320, height: 720 }, locale: 'ar', colorScheme: 'dark' } as const;
const people = [
  null,
  'researcher',
  'administrator',
  'data-custodian',
  'board-chair',
  'facilitator',
  'model-owner',
  'person',
] as const;

let places: Places;

test.beforeAll(() => {
  places = readPlaces();
});

test('every route is visited or named', () => {
  const known = [...Object.keys(visits), ...answeringRoutes, ...Object.keys(withoutPage)];
  expect(
    listRoutes()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(known.sort());
});

async function walk(browser: Browser, role: string | null, options: object): Promise<void> {
  const { context, page } = await openBrowser(browser, options);
  const { page: desk, context: deskContext } = await openBrowser(browser, desktop);
  if (role === 'person') {
    await context.addCookies(places.person.cookies);
  } else if (role) {
    await signIn(desk, role);
    await context.addCookies(await deskContext.cookies());
  }
  await context.addInitScript(axe.source);
  const noise: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      noise.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(baseUrl())) noise.push(`request to ${request.url()}`);
  });
  for (const [id, visit] of Object.entries(visits).filter(([, { as }]) => as === role)) {
    await page.goto(`${baseUrl()}${visit.to(places)}`);
    await checkPage(page, id);
  }
  expect.soft(noise).toEqual([]);
  await context.close();
  await deskContext.close();
}

for (const role of people) {
  test(`pages of ${role ?? 'anybody'} in English on a desktop`, async ({ browser }) => {
    test.setTimeout(600_000);
    await walk(browser, role, desktop);
  });
  test(`pages of ${role ?? 'anybody'} in Arabic, dark, at 320 px`, async ({ browser }) => {
    test.setTimeout(600_000);
    await walk(browser, role, phone);
  });
}

test('results in languages of long words are no wider than a small phone', async ({ browser }) => {
  const { context, page } = await openBrowser(browser, { ...phone, locale: 'en-GB' });
  await signIn(page, 'researcher');
  for (const language of ['ru', 'kk', 'es', 'de']) {
    for (const tail of [
      '',
      '/items',
      '/scales',
      '/groups',
      '/change',
      '/analyses/change',
      '/analyses/reliability',
    ]) {
      await page.goto(`${baseUrl()}/studies/${places.study}/results${tail}?lang=${language}`);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, page.url()).toBeLessThanOrEqual(0);
    }
  }
  await context.close();
});

async function answerWithChecks(page: Page): Promise<void> {
  await page.goto(`${baseUrl()}/s/demo-nurses`);
  await page.locator('main form[method=post] button').last().click();
  await checkPage(page, 'consent');
  await page.locator('form[method=post] button').last().click();
  await checkPage(page, 'consent with a problem');
  await page.getByRole('checkbox').check();
  await page.locator('select, [name=siteId]').first().waitFor();
  const select = page.locator('select[name=siteId]');
  if (await select.count()) await select.selectOption({ index: 1 });
  else await page.locator('input[name=siteId]').first().check();
  await page.locator('form[method=post] button').last().click();
  await checkPage(page, 'items');
  await page.locator('form[method=post] button').first().click();
  await checkPage(page, 'items left open');
  for (let step = 0; step < 6 && !page.url().includes('/review'); step += 1) {
    for (const group of await page.locator('fieldset').all()) {
      await group.getByRole('radio').first().check();
    }
    await page.locator('form[method=post] button').first().click();
  }
  await checkPage(page, 'review');
  await page.locator('form[method=post] button').last().click();
  await expect(page).toHaveURL(/\/done/);
  await checkPage(page, 'done');
}

for (const [name, options] of Object.entries({ desktop, phone })) {
  test(`pages of a respondent, ${name}`, async ({ browser }) => {
    const { context, page } = await openBrowser(browser, { ...options, javaScriptEnabled: true });
    await answerWithChecks(page);
    await context.close();
  });
}

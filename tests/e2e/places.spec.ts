import { test, type Browser, type Page } from '@playwright/test';
import { openBrowser, signIn } from './support/fixtures.ts';
import { writePlaces } from './support/places-file.ts';
import { prepare } from './support/prepare-places.ts';

async function office(browser: Browser, role: string): Promise<Page> {
  const { page } = await openBrowser(browser, { locale: 'en-GB' });
  await signIn(page, role);
  return page;
}

// Once for both workers that walk over the pages.
test('one of each thing that an address can name', async ({ browser }) => {
  test.setTimeout(420_000);
  writePlaces(
    await prepare(
      browser,
      await office(browser, 'researcher'),
      await office(browser, 'administrator'),
      await office(browser, 'facilitator'),
      await office(browser, 'model-owner'),
    ),
  );
});

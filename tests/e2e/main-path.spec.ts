import { expect, test } from '@playwright/test';
import { createClient } from '#tests/support/http-client.ts';
import { answerUntilReview, learnSteps, submit } from '#tests/support/respondent.ts';
import { fieldStudy } from './support/field-study.ts';
import { baseUrl, openBrowser, reloadUntil, signIn } from './support/fixtures.ts';

const phone = { viewport: { width: 360, height: 740 }, locale: 'ar' };
const minimum = 5;

async function answerOthers(code: string, count: number): Promise<void> {
  const steps = await learnSteps(baseUrl(), `/s/${code}?lang=ar`);
  for (let person = 0; person < count; person += 1) {
    const client = createClient(baseUrl());
    await answerUntilReview(client, steps);
    expect(await submit(client, steps)).toBe(true);
  }
}

test('publish → answer in Arabic on a phone → go on elsewhere → send twice → the board', async ({
  browser,
  javaScriptEnabled,
}, testInfo) => {
  test.setTimeout(360_000);
  const site = !javaScriptEnabled ? 'Harbour Clinic' : 'North Hospital';
  const title = `Ready for AI? ${testInfo.project.name}`;
  const workspace = await openBrowser(browser, { javaScriptEnabled });
  await signIn(workspace.page, 'researcher');
  const { code } = await fieldStudy(workspace.page, title, site);

  const first = await openBrowser(browser, {
    ...phone,
    javaScriptEnabled,
  });
  await first.page.goto(`${baseUrl()}/s/${code}?lang=ar`);
  await expect(first.page.locator('html')).toHaveAttribute('dir', 'rtl');
  await first.page.getByRole('main').locator('form[method=post] button').last().click();
  await expect(first.page).toHaveURL(/\/consent(\?|$)/);
  await first.page.getByRole('checkbox').check();
  await first.page.locator('form[method=post] button').last().click();
  await expect(first.page).toHaveURL(/\/1(\?|$)/);
  expect(await first.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
    360,
  );
  for (const group of await first.page.locator('fieldset').all()) {
    await group.getByRole('radio').nth(3).check();
  }
  await first.page.screenshot({ path: testInfo.outputPath('respondent-ar.png') });
  const resumeCode = /(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}/.exec(await first.page.content())?.[0] ?? '';
  await first.page.locator('form[method=post] button').first().click();
  await expect(first.page).toHaveURL(/\/2(\?|$)/);

  const second = await openBrowser(browser, {
    ...phone,
    javaScriptEnabled,
  });
  await second.page.goto(`${baseUrl()}/s/resume?lang=ar`);
  await second.page.getByRole('textbox').fill(resumeCode.toLowerCase());
  await second.page.locator('form[method=post] button').click();
  await expect(second.page).toHaveURL(/\/2(\?|$)/);
  for (const address of [/\/3(\?|$)/, /\/review(\?|$)/]) {
    for (const group of await second.page.locator('fieldset').all()) {
      await group.getByRole('radio').nth(3).check();
    }
    await second.page.locator('form[method=post] button').first().click();
    await expect(second.page).toHaveURL(address);
  }
  await first.page.goto(`${baseUrl()}/s/${code}/review`);
  await second.page.locator('form[method=post] button').last().click();
  await expect(second.page).toHaveURL(/\/done(\?|$)/);
  // The first device still shows the overview and sends the same answers once more.
  await first.page.locator('form[method=post] button').last().click();
  await expect(first.page).toHaveURL(/\/done(\?|$)/);

  const board = await openBrowser(browser);
  await signIn(board.page, 'board-chair');
  const section = board.page
    .getByRole('region', { name: title })
    .or(board.page.locator('section', { has: board.page.getByRole('heading', { name: title }) }));
  await answerOthers(code, minimum - 2);
  await board.page.goto(`${baseUrl()}/board`);
  await expect(section.first()).toBeVisible();
  await expect(section.first()).not.toContainText('Readiness by site');

  await answerOthers(code, 1);
  await reloadUntil(board.page, async () =>
    ((await section.first().textContent()) ?? '').includes(`n = ${minimum}`),
  );
  await expect(section.first()).toContainText(`n = ${minimum}`);
  for (const { context } of [workspace, first, second, board]) await context.close();
});

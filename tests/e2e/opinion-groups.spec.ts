import { expect, test } from '@playwright/test';
import { baseUrl, openBrowser, signIn } from './support/fixtures.ts';
import { startOwnServer } from './support/own-server.ts';
import { fillRoundIn, type FilledRound } from './support/themes/filled-round.ts';
import { lookAt } from './support/themes/look-at.ts';
import { wordsOf } from './support/year/words-of.ts';

let server: Awaited<ReturnType<typeof startOwnServer>>;
let filled: FilledRound;

test.beforeAll(async () => {
  test.setTimeout(360_000);
  server = await startOwnServer({ fill: (dataDir) => (filled = fillRoundIn(dataDir)) });
});

test.afterAll(async () => {
  await server.stop();
});

test('groups of people who vote alike are told in shares of many, and in words of few', async ({
  browser,
}) => {
  const look = lookAt();
  for (const [language, width] of [
    ['en', 1280],
    ['ar', 360],
  ] as const) {
    const { context, page } = await openBrowser(browser, { viewport: { width, height: 800 } });
    await signIn(page, 'facilitator');
    const rounds = `${baseUrl()}/panels/${filled.panelId}/rounds`;
    const say = wordsOf(language, 'themes');
    for (const [round, isOfFew] of [
      [filled.roundId, false],
      [filled.smallRoundId, true],
    ] as const) {
      await page.goto(`${rounds}/${round}/opinion?lang=${language}`);
      const divided = page.getByRole('region', { name: say('opinion.divisive') });
      await expect(divided.getByRole('listitem')).toHaveCount(isOfFew ? 4 : 6);
      const groups = page.getByRole('region', { name: /2/ }).first();
      for (const answer of ['agree', 'disagree']) {
        await expect(groups).toContainText(say(`opinion.mostly.${answer}`));
      }
      const main = page.getByRole('main');
      if (isOfFew) await expect(main).not.toContainText(/[%٪]/);
      else await expect(groups).toContainText('89');
      await expect(page.getByText(say('opinion.ofFew'))).toHaveCount(isOfFew ? 1 : 0);
      await look(page, `opinion of ${isOfFew ? 'few' : 'many'} ${language}`);
    }
    await context.close();
  }
});

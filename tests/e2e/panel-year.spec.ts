import { expect, test } from '@playwright/test';
import { baseUrl, openBrowser, signIn } from './support/fixtures.ts';
import { checkOnce } from './support/year/check-once.ts';
import { fillText } from './support/year/fill-text.ts';
import { accept, confirmRedaction, redactNext, writeDown } from './support/year/moderate.ts';
import { openPanel, openWay, slug } from './support/year/open-panel.ts';
import { openRound } from './support/year/open-round.ts';
import { appealAndAnswer } from './support/year/appeal.ts';
import { goTo } from './support/year/go-to.ts';
import { findNewsMail } from './support/year/news-mail.ts';
import { pay } from './support/year/pay.ts';
import { publicPages } from './support/year/public-pages.ts';
import { decidePartly, suggest } from './support/year/outcomes.ts';
import { startLeapingServer } from './support/year/leaping-server.ts';
import { contribute, join, vote } from './support/year/person.ts';
import { publishReport, readFiles } from './support/year/report.ts';
import * as texts from './support/year/texts.ts';

/** Quiet machines need a third of it. */
const timeout = 480_000;

let server: Awaited<ReturnType<typeof startLeapingServer>>;

test.beforeAll(async () => {
  test.setTimeout(timeout);
  server = await startLeapingServer();
});

test.afterAll(async () => {
  await server.stop();
});

test('a year of a panel: from two ways to join to a change, and words that are taken back', async ({
  browser,
}) => {
  test.setTimeout(timeout);
  const look = checkOnce();
  const office = async (role: string) => {
    const opened = await openBrowser(browser);
    await signIn(opened.page, role);
    return opened.page;
  };
  const facilitator = await office('facilitator');
  const panel = await openPanel(facilitator);
  const poster = await openWay(facilitator, panel, 'Poster in the waiting room', 'Open call');
  const partner = await openWay(facilitator, panel, 'Carers of the town', 'Partner');
  await look(facilitator, 'ways to join');

  const amina = await join(browser, { tongue: 'ar', code: poster });
  const kairat = await join(browser, { tongue: 'kk', code: partner, email: 'kairat@example.org' });
  const ellen = await join(browser, { tongue: 'en', code: partner, hasScript: true });
  const people = [amina, kairat, ellen];
  expect(people.map(({ number }) => number)).toEqual(['1', '2', '3']);
  await look(ellen.page, 'home of a person');

  const round = await openRound(facilitator, panel);
  await test.step('people speak in three languages, one of them by phone', async () => {
    await contribute(amina, [texts.wordsOfAmina, ''], texts.listedName);
    await contribute(kairat, [texts.wordsOfKairat, texts.rejectedWords]);
    await writeDown(facilitator, panel, ellen.number, texts.wordsOfEllen);
    await look(facilitator, 'writing down for somebody');
    await vote(amina, 'pass-unclear');
    await vote(kairat, 'disagree');
    await vote(ellen, 'agree');
    await look(ellen.page, 'statements');
  });

  const moderator = await office('moderator');
  await test.step('a person takes out what tells who somebody is', async () => {
    const { en: alert } = texts.alertPrompt;
    await redactNext(facilitator, panel, 'Member 1', alert);
    await look(facilitator, 'redaction');
    await confirmRedaction(facilitator);
    await expect(facilitator.getByRole('main')).toContainText(texts.quoteOfAmina);
    for (const secret of [texts.phoneNumber, texts.listedName]) {
      await expect(facilitator.getByRole('main')).not.toContainText(secret);
    }
    await accept(facilitator);
    await look(facilitator, 'a contribution');
    for (const who of ['Member 2', 'Member 3']) {
      await redactNext(facilitator, panel, who, alert);
      await confirmRedaction(facilitator);
      await accept(facilitator);
    }
    await goTo(amina, '/panel/words');
    await expect(amina.page.getByText(amina.say('event.accepted'))).toBeVisible();
  });

  await test.step('what is rejected can be appealed, and somebody else decides', () =>
    appealAndAnswer({ panel, moderator, facilitator, author: kairat, look }));

  const secretary = await office('secretary');
  const suggestion = await suggest(facilitator, panel, [
    { words: texts.quoteOfAmina, quote: { number: '1', text: texts.quoteOfAmina } },
    { words: texts.wordsOfKairat },
    { words: texts.wordsOfEllen, quote: { number: '3', text: texts.wordsOfEllen } },
  ]);
  await test.step('the board decides, people are told', async () => {
    await decidePartly(secretary, suggestion);
    await look(secretary, 'a suggestion');
    server.leapToNews();
    await facilitator.goto(`${round}/close`);
    await fillText(facilitator, 'What came of it', texts.outcome);
    await facilitator.getByRole('button', { name: 'Close with this outcome' }).click();
    await expect(facilitator.getByText('The round is closed.')).toBeVisible();
    const votes = facilitator.getByRole('region', { name: 'What people think of the statements' });
    const counts = votes.getByRole('row', { name: texts.statement.en }).getByRole('cell');
    await expect(counts.filter({ hasText: /^3$/ })).toHaveCount(1); // who voted, of each answer one alone
    await expect(counts.filter({ hasText: 'not shown' })).toHaveCount(5);
    await look(facilitator, 'votes');
    await goTo(amina, '/panel/news');
    for (const { ar } of [texts.reason, texts.change, texts.outcome]) {
      await expect(amina.page.getByText(ar)).toBeVisible();
    }
    await facilitator.goto(panel);
    await facilitator.locator('summary', { hasText: 'Make the outcomes page public' }).click();
    await facilitator.getByRole('button', { name: 'Make the outcomes page public' }).click();
    await expect(facilitator.getByText('The outcomes page is public.')).toBeVisible();
  });

  const reader = await openBrowser(browser, { viewport: { width: 360, height: 780 } });
  const report = await publishReport(facilitator, panel, 'gripp2-short');
  await test.step('what is public holds what was accepted, and nothing else', async () => {
    const pages = await publicPages(reader.page, partner);
    await reader.page.goto(`${baseUrl()}/outcomes/${slug}`);
    await look(reader.page, 'what came of it');
    expect(pages).toContain(texts.wordsOfEllen);
    expect(pages).toContain(texts.quoteOfAmina);
    for (const each of [texts.reason, texts.change]) expect(pages).toContain(each.kk);
    for (const hidden of [texts.rejectedWords, texts.phoneNumber, texts.listedName]) {
      expect(pages).not.toContain(hidden);
    }
    await look(facilitator, 'a published report');
    const { xml, markdown } = await readFiles(facilitator, report);
    for (const file of [xml, markdown]) {
      expect(file).toContain(texts.panelTitle.en);
      expect(file).toContain(texts.reason.en);
      expect(file).not.toContain(texts.rejectedWords);
    }
    // What only people can say stands in no record, and is not made up.
    const long = await readFiles(
      facilitator,
      await publishReport(facilitator, panel, 'gripp2-long'),
    );
    expect(long.xml).toContain(texts.panelTitle.en);
    expect(long.xml).toContain('>No record<');
    expect(long.markdown).toContain('No record');
  });

  await test.step('somebody takes their words back: what stands on them is counted again', async () => {
    await facilitator.goto(`${panel}/contributions?state=accepted`);
    await expect(facilitator.getByText(texts.wordsOfEllen)).toBeVisible();
    await goTo(ellen, '/panel/words');
    await look(ellen.page, 'words of a person');
    await ellen.page.getByRole('link', { name: ellen.say('words.withdraw') }).click();
    await look(ellen.page, 'taking back');
    await ellen.page.getByRole('button', { name: ellen.say('withdraw.button') }).click();
    await expect(ellen.page.getByText(ellen.say('words.done.withdrawn'))).toBeVisible();
    await expect(ellen.page.getByText(texts.wordsOfEllen)).toHaveCount(0);

    await facilitator.goto(suggestion);
    const builtOn = facilitator.getByRole('region', { name: 'Built on' });
    await expect(builtOn.getByRole('listitem')).toHaveCount(2);
    await expect(builtOn).toContainText(texts.wordsOfKairat);
    await facilitator.goto(report);
    await expect(facilitator.getByText(/No longer holds: words it stands on/)).toBeVisible();
    const { xml, markdown } = await readFiles(facilitator, report);
    const pages = [xml, markdown, await publicPages(reader.page, partner)];
    for (const path of [
      '/decisions',
      ...['accepted', 'rejected', 'withdrawn'].map((state) => `/contributions?state=${state}`),
    ]) {
      await facilitator.goto(`${panel}${path}`);
      pages.push(await facilitator.content());
    }
    expect(pages.join('\n')).not.toContain(texts.wordsOfEllen);
    expect(pages.at(-1)).toContain('Taken back by its author');
  });

  await test.step('a payment is offered, accepted by the person, and paid', () =>
    pay({ panel, facilitator, person: amina, look }));

  const administrator = await office('administrator');
  await test.step('a mail says that there is news, and not which', () =>
    findNewsMail(administrator));
});

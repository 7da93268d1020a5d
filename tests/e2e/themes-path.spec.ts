import { expect, test } from '@playwright/test';
import { confirm } from './support/confirm.ts';
import { baseUrl, openBrowser, signIn } from './support/fixtures.ts';
import { startOwnServer } from './support/own-server.ts';
import { comeByLetter, sayNotMeant } from './support/themes/check-themes.ts';
import { addCodes, codeByKeys, codeNames, weighSuggestions } from './support/themes/code-texts.ts';
import { adoptDraft, askForDraft, weighProposals } from './support/themes/draft.ts';
import { readCodingFiles } from './support/themes/files.ts';
import { fillRoundIn, type FilledRound } from './support/themes/filled-round.ts';
import { besides, lookAt } from './support/themes/look-at.ts';
import { decideAll, drawTexts, readAgain } from './support/themes/read-twice.ts';
import { findQuote, takeBack } from './support/themes/take-back.ts';
import { themes, writeThemes } from './support/themes/write-themes.ts';

let server: Awaited<ReturnType<typeof startOwnServer>>;
let filled: FilledRound;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await startOwnServer({ fill: (dataDir) => (filled = fillRoundIn(dataDir)) });
});

test.afterAll(async () => {
  await server.stop();
});

const reason = 'Nobody else speaks of being hurt.';
const answer = 'We asked the ward, and it looks into it.';
const meant = 'قصدت المترجم في الليل، لا في النهار.';
const reply = 'نعم، سنكتب ذلك في التقرير.';

test('three hundred people in three languages: from coding to a report for anybody', async ({
  browser,
}) => {
  test.setTimeout(800_000);
  const look = lookAt();
  const office = async (role: string) => {
    const { page } = await openBrowser(browser);
    await signIn(page, role);
    return page;
  };
  const facilitator = await office('facilitator');
  const panel = `${baseUrl()}/panels/${filled.panelId}`;
  await facilitator.goto(`${panel}/themes`);
  await facilitator.getByRole('button', { name: 'Being in hospital (texts: 300)' }).click();
  await expect(facilitator.getByText('Coded: 0 of 300')).toBeVisible();
  const coding = facilitator.url().replace(/\?.*$/, '');

  await test.step('people code by keys, and weigh what the machine suggests', async () => {
    await askForDraft(facilitator, coding);
    await addCodes(facilitator, coding);
    await look(facilitator, 'codebook');
    await facilitator.goto(coding);
    await codeByKeys(facilitator, 12);
    await expect(facilitator.getByText('Coded: 12 of 300')).toBeVisible();
    await facilitator.keyboard.press('u');
    await expect(facilitator.getByText(/^Undone: the code “/)).toBeVisible();
    await expect(facilitator.getByText('Coded: 11 of 300')).toBeVisible();
    await codeByKeys(facilitator, 1);
    await look(facilitator, 'coding');
    await weighSuggestions(facilitator, 3);
    const counted = await facilitator.getByText(/^Suggestions taken:/).innerText();
    const [taken = 0, offered = 0] = (counted.match(/\d+/g) ?? []).map(Number);
    expect(taken).toBeGreaterThan(0);
    expect(offered).toBeGreaterThan(taken);
  });

  await test.step('a draft of the machine proposes, and codes nothing', async () => {
    await adoptDraft(facilitator, coding, 'As the machine sees it');
    await look(facilitator, 'draft');
    await weighProposals(facilitator, coding, 'As the machine sees it');
  });

  await test.step('what one person says can be flagged, and is answered', async () => {
    await facilitator.goto(coding);
    await facilitator.getByText('Rare but important?').click();
    await facilitator.getByLabel('Why does it matter?').fill(reason);
    await facilitator.getByRole('button', { name: 'Flag it' }).click();
    await expect(facilitator.getByText('The text was flagged.')).toBeVisible();
    await facilitator.goto(`${coding}/flags`);
    await look(facilitator, 'flags');
    await facilitator.getByRole('textbox', { name: /^Answer/ }).fill(answer);
    await confirm(facilitator, 'Answer the flag');
    await expect(facilitator.getByText('The flag was answered.')).toBeVisible();
  });

  await test.step('a second person reads without seeing the first, and they differ', async () => {
    await drawTexts(facilitator, coding, 'Mina Moderator', 5);
    const moderator = await office('moderator');
    await readAgain(moderator, { coding, size: 5, differs: 1 });
    await facilitator.goto(`${coding}/double`);
    await expect(
      facilitator.getByText(/^Texts read twice: 5\. Krippendorff’s alpha \(MASI\): 0\.\d+\./),
    ).toBeVisible();
    await look(facilitator, 'second reading');
    await decideAll(facilitator, coding);
  });

  await test.step('themes are written in the languages of the panel', async () => {
    await writeThemes(facilitator, coding);
    await look(facilitator, 'themes');
    await facilitator.goto(`${coding}/report`);
    const open = facilitator.getByText('Before a report can be published').locator('..');
    await expect(open.getByRole('link')).toHaveText(['The contributors were not asked yet.']);
    await expect(facilitator.getByRole('button', { name: /^Publish/ })).toHaveCount(0);
  });

  const speaker = filled.speakers.find(({ language, mayQuote }) => language === 'ar' && mayQuote);
  if (!speaker) throw new Error('people who speak Arabic and may be quoted wrote');
  await test.step('the people whose words were read say whether the themes are right', async () => {
    await facilitator.goto(`${coding}/check`);
    await facilitator.getByLabel('Until').fill('2099-01-01');
    await facilitator.getByRole('button', { name: 'Ask the contributors' }).click();
    await expect(facilitator.getByText('The contributors see the themes')).toBeVisible();
    const person = await comeByLetter(browser, { facilitator, panel, speaker });
    await sayNotMeant(person, 'ar', meant);
    await look(await besides(browser, person), 'check by a person');
    await facilitator.goto(`${coding}/check`);
    await look(facilitator, 'check');
    const card = facilitator.getByRole('listitem').filter({ hasText: meant }).last();
    await expect(card).toContainText('That is not what I meant');
    await card.getByLabel('Answer').fill(reply);
    await card.getByRole('button', { name: 'Answer' }).click();
    await expect(facilitator.getByText('The reply was answered.')).toBeVisible();
    await confirm(facilitator, 'End the check');
    await expect(facilitator.getByText('The check has ended.')).toBeVisible();
    await person.reload();
    await expect(person.getByText(reply)).toBeVisible();
    await person.context().close();
  });

  const report = facilitator.getByRole('main');
  await test.step('a report says how it was made, in whose words, and who sees it otherwise', async () => {
    await facilitator.goto(`${coding}/report`);
    await confirm(facilitator, 'Publish the report');
    await expect(facilitator.getByText('The report was published.')).toBeVisible();
    for (const part of [...themes.map(({ title }) => title.en), reason, answer, meant, reply]) {
      await expect(report).toContainText(part);
    }
    await expect(report).toContainText(/Krippendorff’s alpha \(MASI\): 0\.\d+/);
    await expect(report).toContainText('Everything that it is made of is still the same.');
    await facilitator.getByRole('button', { name: 'Compute it again and compare' }).click();
    await expect(report).toContainText('Computed again: the result is the same.');
    await look(facilitator, 'report');
  });

  let address = '';
  await test.step('anybody reads it where the panel says what came of it', async () => {
    const { page: anybody } = await openBrowser(browser, {
      ...{ viewport: { width: 360, height: 740 }, locale: 'ar', javaScriptEnabled: false },
    });
    await anybody.goto(`${baseUrl()}/outcomes/riverside-voices`);
    await anybody.locator('a[href*="/themes/"]').first().click();
    const page = anybody.getByRole('main');
    for (const { title } of themes) await expect(page).toContainText(title.ar);
    await expect(page).toContainText(answer);
    await expect(page).not.toContainText(reason); // for those who answer
    await look(await besides(browser, anybody), 'report for anybody');
    address = anybody.url();
    await anybody.context().close();
  });

  const quoted = await findQuote(facilitator, filled.speakers);
  expect(quoted.author.mayQuote).toBe(true);
  const files = await readCodingFiles(facilitator, coding);
  await test.step('files name codes and words, and nobody', () => {
    expect(files.codebook.text.split('\n')[0]).toContain('code_id,code,description,theme,people');
    for (const code of codeNames) expect(files.codebook.text).toContain(code);
    // Each code has the words of few so far: they stay in the house.
    expect(files.words.text).not.toContain(quoted.words);
    expect(files.exchange.name).toMatch(/\.qdc$/);
    expect(files.exchange.text).toContain('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"');
    for (const { title } of themes) expect(files.exchange.text).toContain(title.en);
    for (const { memberId } of filled.speakers) {
      expect(files.words.text + files.exchange.text).not.toContain(memberId);
    }
  });

  await test.step('who takes their words back is quoted nowhere from then on', async () => {
    await facilitator.goto(coding);
    await codeByKeys(facilitator, 16);
    expect((await readCodingFiles(facilitator, coding)).words.text).toContain(quoted.words);
    const person = await comeByLetter(browser, { facilitator, panel, speaker: quoted.author });
    await person.goto(`${baseUrl()}/panel/news`);
    await expect(person.locator(`main a[href="${new URL(address).pathname}"]`)).toBeVisible();
    await takeBack(person, quoted.author);
    await person.context().close();

    await facilitator.goto(`${coding}/report`);
    await expect(report).toContainText('This report no longer stands since');
    await expect(report).toContainText('Words that stood here were taken back by their author.');
    await expect(report).not.toContainText(quoted.words);
    await look(facilitator, 'report with words taken back');
    const { page: anybody } = await openBrowser(browser, { javaScriptEnabled: false });
    await anybody.goto(`${address}?lang=en`);
    await expect(anybody.getByRole('main')).toContainText('This report no longer stands since');
    await expect(anybody.getByRole('main')).not.toContainText(quoted.words);
    await anybody.goto(`${baseUrl()}/outcomes/riverside-voices`);
    await expect(anybody.locator('a[href*="/themes/"]')).toHaveCount(0);
    const left = await readCodingFiles(facilitator, coding);
    for (const { text } of Object.values(left)) expect(text).not.toContain(quoted.words);
  });
});

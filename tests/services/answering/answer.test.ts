import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { DraftContent } from '#db/schema/answering.ts';
import { ballotHashOf, linkHashOf, type Ballot } from '#app/services/answering/ballot.server.ts';
import { getItemPage } from '#app/services/answering/get-item-page.server.ts';
import { getReviewPage } from '#app/services/answering/get-review-page.server.ts';
import { newCode, normaliseCode } from '#app/services/answering/personal-code.server.ts';
import { saveConsent, type ConsentInput } from '#app/services/answering/save-consent.server.ts';
import { maximumSaves, savePage } from '#app/services/answering/save-page.server.ts';
import { submitBallot } from '#app/services/answering/submit-ballot.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import {
  answerPage,
  begin,
  beginAndConsent,
  fieldStudy,
  look,
  setState,
  wanted,
  type Fielded,
} from './fielded.ts';

async function contentOf(ballot: Ballot): Promise<DraftContent | undefined> {
  const hash = ballotHashOf(ballot.code);
  const [row] = await look<{ content: DraftContent }>(
    sql`select content from drafts where ballot_hash = ${hash}`,
  );
  return row?.content;
}

function consent(fielded: Fielded, ballot: Ballot, given: Partial<ConsentInput>) {
  return saveConsent({
    ballot,
    wanted,
    isLinkReplaced: false,
    given: {
      consentVersionId: fielded.consentVersionId,
      siteId: null,
      covariates: new Map(),
      register: 'standard',
      linkingCode: '',
      ...given,
    },
  });
}

describeOnDatabases('answering', () => {
  it('shows no statement before the person has agreed', async () => {
    const fielded = await fieldStudy();
    const ballot = await begin(fielded);
    await expect(getItemPage({ ballot, number: 1, wanted })).rejects.toMatchObject({
      step: 'consent',
    });
    await expect(answerPage(ballot, 'team', { 'nai-4': '1' })).rejects.toMatchObject({
      step: 'consent',
    });
  });

  it('asks for agreement and, without a site in the link, for the site', async () => {
    const fielded = await fieldStudy();
    const ballot = await begin(fielded, 'openLink');
    expect(await consent(fielded, ballot, { consentVersionId: null })).toEqual({
      ok: false,
      problems: ['agreement-missing', 'site-missing'],
    });
    const foreign = await fieldStudy();
    expect(await consent(fielded, ballot, { siteId: foreign.siteIds[0] ?? null })).toMatchObject({
      problems: ['site-missing'],
    });
    expect(
      await consent(fielded, ballot, { consentVersionId: foreign.consentVersionId }),
    ).toMatchObject({ problems: ['agreement-missing', 'site-missing'] });
    const covariates = new Map([['role', '99']]);
    const siteId = fielded.siteIds[1] ?? null;
    await expect(consent(fielded, ballot, { siteId, covariates })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await consent(fielded, ballot, { siteId })).toMatchObject({ ok: true, next: 1 });
  });

  it('saves page by page, counts only pages that are shown, and ends at the review', async () => {
    const fielded = await fieldStudy();
    const ballot = await beginAndConsent(fielded);
    const page = await getItemPage({ ballot, number: 1, wanted });
    expect(page).toMatchObject({ number: 1, total: 3, isPilot: false });
    expect(await answerPage(ballot, 'everyday-work', { 'nai-1': '4' })).toEqual({
      next: 2,
      here: 1,
      open: ['nai-2', 'nai-3'],
    });
    await answerPage(ballot, 'team', { 'nai-4': 'dont-know', 'nai-5': '1' });
    expect(await answerPage(ballot, 'patients', {})).toMatchObject({ next: 'review' });
    const review = await getReviewPage({ ballot, wanted: ['ar'] });
    expect(review).toMatchObject({ language: 'ar', open: 6, pages: 3 });
    expect(review.items.map(({ value }) => value)).toEqual([
      '4',
      ...[undefined, undefined],
      ...['dont-know', '1'],
      ...Array.from({ length: 4 }, () => undefined),
    ]);
  });

  it('marks wording that nobody has checked, and keeps answers when the language changes', async () => {
    const fielded = await fieldStudy();
    const ballot = await beginAndConsent(fielded);
    await answerPage(ballot, 'everyday-work', { 'nai-1': '4' });
    const page = await getItemPage({ ballot, number: 1, wanted: ['zh'] });
    expect(page).toMatchObject({ language: 'zh', isPilot: true });
    expect(page.items[0]).toMatchObject({ value: '4' });
    const fields = new Map([['answer.nai-2', '2']]);
    await savePage({ ballot, pageId: 'everyday-work', fields, wanted: ['zh'] });
    expect(await contentOf(ballot)).toMatchObject({
      language: 'zh',
      answers: { 'nai-1': { code: 4 }, 'nai-2': { code: 2 } },
    });
  });

  it('merges what two tabs and two devices send at the same moment', async () => {
    const fielded = await fieldStudy();
    const ballot = await beginAndConsent(fielded);
    await Promise.all([
      answerPage(ballot, 'everyday-work', { 'nai-1': '1' }),
      answerPage(ballot, 'team', { 'nai-4': '2', 'nai-5': '3' }),
      answerPage(ballot, 'patients', { 'nai-6': '4' }),
      answerPage(ballot, 'everyday-work', { 'nai-2': '5' }),
    ]);
    expect((await contentOf(ballot))?.answers).toEqual({
      'nai-1': { code: 1 },
      'nai-2': { code: 5 },
      'nai-4': { code: 2 },
      'nai-5': { code: 3 },
      'nai-6': { code: 4 },
    });
  });

  it.each([
    ['an unknown item', 'everyday-work', { 'nai-1': '1', 'nai-99': '1' }],
    ['an item of another page', 'everyday-work', { 'nai-1': '1', 'nai-4': '1' }],
    ['an unknown code', 'everyday-work', { 'nai-1': '6' }],
    ['a code that is no number', 'everyday-work', { 'nai-1': '1e0' }],
    ['a reason that is not offered', 'everyday-work', { 'nai-1': 'not-applicable' }],
    ['a reason the system gives', 'everyday-work', { 'nai-1': 'not-shown' }],
    ['a name of the language itself', 'everyday-work', { __proto__x: '1' }],
    ['an unknown page', 'nowhere', { 'nai-1': '1' }],
  ])('refuses %s and stores nothing of the page', async (_what, pageId, answers) => {
    const ballot = await beginAndConsent(await fieldStudy());
    await expect(answerPage(ballot, pageId, answers)).rejects.toMatchObject({
      code: 'invalid',
      reason: 'answer-unknown',
    });
    expect((await contentOf(ballot))?.answers).toEqual({});
  });

  it('refuses to save when study or wave is closed', async () => {
    const fielded = await fieldStudy();
    const ballot = await beginAndConsent(fielded);
    for (const state of [{ study: 'closed' }, { study: 'open', wave: 'closed' }] as const) {
      await setState(fielded, state);
      await expect(answerPage(ballot, 'team', { 'nai-4': '1' })).rejects.toMatchObject({
        code: 'gone',
        reason: 'survey-closed',
      });
    }
  });

  it('refuses a draft that is saved without end', async () => {
    const ballot = await beginAndConsent(await fieldStudy());
    const hash = ballotHashOf(ballot.code);
    await look(sql`update drafts set saves = ${maximumSaves} where ballot_hash = ${hash}`);
    await expect(answerPage(ballot, 'team', { 'nai-4': '1' })).rejects.toMatchObject({
      code: 'too-many-requests',
    });
  });
});

describeOnDatabases('linking codes', () => {
  it('makes one where there is none, once, and stores it only as a hash of this study', async () => {
    const fielded = await fieldStudy({ responseMode: 'anonymous-linked' });
    const ballot = await begin(fielded);
    const saved = await consent(fielded, ballot, {});
    const made = saved.ok ? (saved.madeLinkingCode ?? '') : '';
    expect(made).toHaveLength(12);
    const [study] = await look<{ secret: string }>(
      sql`select linking_secret as secret from studies where id = ${fielded.studyId}`,
    );
    const content = await contentOf(ballot);
    expect(content?.linkHash).toBe(linkHashOf(study?.secret ?? '', made));
    expect(JSON.stringify(content)).not.toContain(made);
    expect(await consent(fielded, ballot, {})).toMatchObject({ madeLinkingCode: made });
    expect((await contentOf(ballot))?.linkHash).toBe(content?.linkHash);
  });

  it('makes one of two clicks, and tells both the one that is kept', async () => {
    const fielded = await fieldStudy({ responseMode: 'anonymous-linked' });
    const [study] = await look<{ secret: string }>(
      sql`select linking_secret as secret from studies where id = ${fielded.studyId}`,
    );
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const ballot = await begin(fielded);
      const clicks = await Promise.all(
        Array.from({ length: 4 }, () => consent(fielded, ballot, {})),
      );
      const told = new Set(clicks.map((saved) => (saved.ok ? saved.madeLinkingCode : null)));
      expect(told.size).toBe(1);
      const kept = (await contentOf(ballot))?.linkHash;
      expect(kept).toBe(linkHashOf(study?.secret ?? '', [...told][0] ?? ''));
    }
  });

  it('lets the code of an earlier wave count more than one made by another click', async () => {
    const fielded = await fieldStudy({ responseMode: 'anonymous-linked' });
    const code = newCode('linking');
    const ballot = await begin(fielded);
    await Promise.all([
      consent(fielded, ballot, {}),
      consent(fielded, ballot, { linkingCode: code }),
    ]);
    const last = await consent(fielded, ballot, {});
    const typed = await begin(fielded);
    await consent(fielded, typed, { linkingCode: code });
    expect(last).toMatchObject({ madeLinkingCode: null });
    expect((await contentOf(ballot))?.linkHash).toBe((await contentOf(typed))?.linkHash);
  });

  it('leaves the sealed code behind when the answers are sent', async () => {
    const fielded = await fieldStudy({ responseMode: 'anonymous-linked' });
    const ballot = await begin(fielded);
    await consent(fielded, ballot, {});
    await submitBallot({ ballot, completionMode: 'self' });
    const rows = await look<{ content: DraftContent }>(
      sql`select content from inbox where ballot_hash = ${ballotHashOf(ballot.code)}`,
    );
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0]?.content ?? {})).toContain('linkHash');
    expect(JSON.stringify(rows)).not.toContain('Seal');
  });

  it('joins the code of last time however it is typed, and differs between studies', async () => {
    const code = newCode('linking');
    const hashes: (string | null | undefined)[] = [];
    const [one, other] = [
      await fieldStudy({ responseMode: 'anonymous-linked' }),
      await fieldStudy({ responseMode: 'anonymous-linked' }),
    ];
    for (const [fielded, typed] of [
      [one, code],
      [one, ` ${code.toLowerCase().slice(0, 4)} - ${code.slice(4)} `],
      [other, code],
    ] as const) {
      const ballot = await begin(fielded);
      await consent(fielded, ballot, { linkingCode: typed });
      hashes.push((await contentOf(ballot))?.linkHash);
    }
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[0]).not.toBe(hashes[2]);
  });

  it('catches a mistyped code and the code of the other kind, and stores neither', async () => {
    const fielded = await fieldStudy({ responseMode: 'anonymous-linked' });
    const ballot = await begin(fielded);
    const code = newCode('linking');
    const wrong = (code.startsWith('A') ? 'B' : 'A') + code.slice(1);
    for (const [linkingCode, problem] of [
      [wrong, 'linking-'],
      [code.slice(2), 'linking-incomplete'],
      [ballot.code, 'linking-other-kind'],
    ] as const) {
      expect(await consent(fielded, ballot, { linkingCode })).toMatchObject({
        ok: false,
        problems: [expect.stringContaining(problem)],
      });
    }
    expect(normaliseCode(code)).toBe(code);
    expect(await contentOf(ballot)).toMatchObject({ linkHash: null, consentVersionId: null });
  });

  it('takes no linking code in the anonymous mode', async () => {
    const fielded = await fieldStudy();
    const ballot = await begin(fielded);
    expect(await consent(fielded, ballot, { linkingCode: newCode('linking') })).toMatchObject({
      ok: true,
      madeLinkingCode: null,
    });
    expect((await contentOf(ballot))?.linkHash).toBeNull();
  });
});

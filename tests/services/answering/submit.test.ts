import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { DraftContent } from '#db/schema/answering.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { ballotHashOf, newStart } from '#app/services/answering/ballot.server.ts';
import { getDonePage } from '#app/services/answering/get-done-page.server.ts';
import { getItemPage } from '#app/services/answering/get-item-page.server.ts';
import { formatCode, newCode } from '#app/services/answering/personal-code.server.ts';
import { resumeBallot, resumeInvitedBallot } from '#app/services/answering/resume-ballot.server.ts';
import { deliverReceipt, sendBallot } from '#app/services/answering/send-ballot.server.ts';
import { startInvitedBallot } from '#app/services/answering/start-ballot.server.ts';
import { submitBallot } from '#app/services/answering/submit-ballot.server.ts';
import { withdrawBallot } from '#app/services/answering/withdraw-ballot.server.ts';
import { moveWaveBatch } from '#app/services/batches/move-wave-batch.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import {
  answerAndSend,
  answerPage,
  begin,
  beginAndConsent,
  consentTo,
  fieldStudy,
  invite,
  look,
  setState,
  wanted,
  type Fielded,
} from './fielded.ts';

type Counts = { drafts: number; inbox: number; used: number; responses: number; receipts: number };

async function count({ waveId }: Fielded): Promise<Counts | undefined> {
  const [counts] = await look<Counts>(
    sql`select (select count(*)::int from drafts where wave_id = ${waveId}) as drafts,
      (select count(*)::int from inbox where wave_id = ${waveId}) as inbox,
      (select count(*)::int from used_ballots where wave_id = ${waveId}) as used,
      (select count(*)::int from responses where wave_id = ${waveId}) as responses,
      (select count(*)::int from completion_receipts where wave_id = ${waveId}) as receipts`,
  );
  return counts;
}

describeOnDatabases('submitting', () => {
  it('makes one response of a double click, a retry, two tabs and the back button', async () => {
    const fielded = await fieldStudy();
    const ballot = await beginAndConsent(fielded);
    const submit = () => submitBallot({ ballot, completionMode: 'helped' });
    const sent = await Promise.all(Array.from({ length: 8 }, submit));
    expect(sent.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await submit()).toMatchObject({ isNew: false });
    expect(await count(fielded)).toMatchObject({ drafts: 0, inbox: 1, used: 1 });
    await expect(getItemPage({ ballot, number: 1, wanted })).rejects.toMatchObject({
      step: 'done',
    });
    await expect(answerPage(ballot, 'team', {})).rejects.toMatchObject({ step: 'done' });
    expect(await getDonePage({ ballot, wanted })).toMatchObject({ canWithdraw: true });
  });

  it('stays one response after the batch has moved it', async () => {
    const fielded = await fieldStudy({ minimumCellSize: 2, covariates: [] });
    const ballot = await answerAndSend(fielded);
    await answerAndSend(fielded);
    expect(await moveWaveBatch(fielded)).toBe(2);
    expect(await submitBallot({ ballot, completionMode: 'self' })).toMatchObject({ isNew: false });
    expect(await count(fielded)).toMatchObject({ inbox: 0, used: 2, responses: 2 });
    expect(await getDonePage({ ballot, wanted })).toMatchObject({ canWithdraw: false });
  });

  it('completes what was not shown and what was left open', async () => {
    const [first, ...others] = nurseAiReadiness.items;
    if (!first) throw new Error('the instrument has items');
    const asked = { op: 'equals', item: 'nai-1', code: 5 } as const;
    const instrument: Instrument = {
      ...nurseAiReadiness,
      items: [
        first,
        ...others.map((item) =>
          ['nai-4', 'nai-5'].includes(item.id) ? { ...item, showWhen: asked } : item,
        ),
      ],
    };
    const fielded = await fieldStudy({ instrument });
    const ballot = await beginAndConsent(fielded);
    expect(await answerPage(ballot, 'everyday-work', { 'nai-1': '5' })).toMatchObject({ next: 2 });
    await answerPage(ballot, 'team', { 'nai-4': '3' });
    // The answer that opened the second page is taken back: it is shown no more.
    await answerPage(ballot, 'everyday-work', { 'nai-1': '4' });
    expect(await getItemPage({ ballot, number: 2, wanted })).toMatchObject({
      pageId: 'patients',
      total: 2,
    });
    await submitBallot({ ballot, completionMode: 'self' });
    const [row] = await look<{ content: DraftContent; submitted_on: string }>(
      sql`select content from inbox where ballot_hash = ${ballotHashOf(ballot.code)}`,
    );
    expect(row?.content.answers).toMatchObject({
      'nai-1': { code: 4 },
      'nai-2': { missing: 'skipped' },
      'nai-4': { missing: 'not-shown' },
      'nai-5': { missing: 'not-shown' },
      'nai-9': { missing: 'skipped' },
    });
  });

  it('refuses when the wave closed in between, and when nobody agreed', async () => {
    const fielded = await fieldStudy();
    const ballot = await beginAndConsent(fielded);
    const unsure = await begin(fielded);
    await expect(submitBallot({ ballot: unsure, completionMode: 'self' })).rejects.toMatchObject({
      step: 'consent',
    });
    await setState(fielded, { wave: 'closed' });
    await expect(submitBallot({ ballot, completionMode: 'self' })).rejects.toMatchObject({
      code: 'gone',
    });
    expect(await count(fielded)).toMatchObject({ inbox: 0, used: 0 });
  });

  it('queues the receipt of its own wave once and leaves that of another one alone', async () => {
    const fielded = await fieldStudy();
    const token = await invite(fielded);
    const { ballot, receipt } = await startInvitedBallot({ token, start: newStart(), wanted });
    await consentTo(fielded, ballot);
    const completionMode = 'self';
    const foreign = { ...receipt, waveId: (await fieldStudy()).waveId };
    expect(await sendBallot({ ballot, completionMode, receipt: foreign })).toEqual({
      isReceiptUsed: false,
    });
    for (let i = 0; i < 2; i += 1) {
      expect(await sendBallot({ ballot, completionMode, receipt })).toEqual({
        isReceiptUsed: true,
      });
    }
    expect(await count(fielded)).toMatchObject({ inbox: 1, receipts: 1 });
  });
});

describeOnDatabases('the receipt of somebody who goes on elsewhere', () => {
  async function startedOnOneDevice() {
    const fielded = await fieldStudy();
    const token = await invite(fielded);
    const { ballot, receipt } = await startInvitedBallot({ token, start: newStart(), wanted });
    await consentTo(fielded, ballot);
    return { fielded, token, ballot, receipt };
  }
  const completionMode = 'self';

  it('comes to the other device with the personal link, and its use writes nothing', async () => {
    const { fielded, token, ballot, receipt } = await startedOnOneDevice();
    const stored = () =>
      look(
        sql`select xmin::text, to_jsonb(i) as whole from invitations i
            union all select xmin::text, to_jsonb(d) from drafts d`,
      );
    const before = await stored();
    const elsewhere = await resumeInvitedBallot({ token, typed: formatCode(ballot.code) });
    expect(elsewhere).toMatchObject({ resumed: { ok: true, ballot, step: 1 }, receipt });
    expect(await stored()).toEqual(before);
    await sendBallot({ ballot, completionMode, receipt: elsewhere.receipt });
    expect(await count(fielded)).toMatchObject({ inbox: 1, receipts: 1 });
  });

  it('is delivered by the first device when that comes back, once the answers were sent', async () => {
    const { fielded, ballot, receipt } = await startedOnOneDevice();
    expect(await deliverReceipt(ballot, receipt)).toBe(false);
    await sendBallot({ ballot, completionMode, receipt: null });
    expect(await count(fielded)).toMatchObject({ inbox: 1, receipts: 0 });
    for (let i = 0; i < 2; i += 1) expect(await deliverReceipt(ballot, receipt)).toBe(true);
    expect(await count(fielded)).toMatchObject({ receipts: 1 });
    const foreign = { ...receipt, waveId: (await fieldStudy()).waveId };
    expect(await deliverReceipt(ballot, foreign)).toBe(false);
  });

  it('is not given for answers to another study, a wrong code or an unknown link', async () => {
    const { token, ballot } = await startedOnOneDevice();
    const other = await startedOnOneDevice();
    expect(await resumeInvitedBallot({ token, typed: other.ballot.code })).toMatchObject({
      resumed: { ok: true },
      receipt: null,
    });
    expect(await resumeInvitedBallot({ token, typed: newCode('ballot') })).toEqual({
      resumed: { ok: false, problem: 'unknown' },
      receipt: null,
    });
    await expect(
      resumeInvitedBallot({ token: newStart(), typed: ballot.code }),
    ).rejects.toMatchObject({ code: 'gone' });
  });
});

describeOnDatabases('resuming and withdrawing', () => {
  it('goes on at the first page left open, from another device', async () => {
    const fielded = await fieldStudy();
    const ballot = await beginAndConsent(fielded);
    const typed = ` ${formatCode(ballot.code).toLowerCase().replaceAll('-', ' ')}`;
    expect(await resumeBallot(typed)).toMatchObject({ ok: true, ballot, step: 1, language: 'en' });
    const page = { 'nai-1': '1', 'nai-2': '1', 'nai-3': 'prefer-not-to-say' };
    await answerPage(ballot, 'everyday-work', page);
    expect(await resumeBallot(ballot.code)).toMatchObject({ step: 2 });
    await submitBallot({ ballot, completionMode: 'self' });
    expect(await resumeBallot(ballot.code)).toMatchObject({ step: 'done' });
  });

  it('says what is wrong with a code', async () => {
    expect(await resumeBallot(newCode('ballot'))).toEqual({ ok: false, problem: 'unknown' });
    expect(await resumeBallot(newCode('linking'))).toMatchObject({ problem: 'other-kind' });
    expect(await resumeBallot('ABCD')).toMatchObject({ problem: 'incomplete' });
    expect(await withdrawBallot('ABCD')).toMatchObject({ problem: 'incomplete' });
  });

  it('slows who guesses the rest of a code he glimpsed, and nobody else', async () => {
    const fielded = await fieldStudy();
    const ballot = await beginAndConsent(fielded);
    const sameGroup = await Promise.allSettled(
      Array.from({ length: 31 }, () => resumeBallot(ballot.code)),
    );
    expect(sameGroup.filter(({ status }) => status === 'rejected')).not.toHaveLength(0);
    const other = await beginAndConsent(fielded);
    expect(await resumeBallot(other.code)).toMatchObject({ ok: true });
  });

  it('withdraws a draft and what waits; a tab left open cannot bring either back', async () => {
    const fielded = await fieldStudy();
    const start = newStart();
    const token = await invite(fielded);
    const { ballot: draft } = await startInvitedBallot({ token, start, wanted });
    await consentTo(fielded, draft);
    const waiting = await answerAndSend(fielded);
    for (const { code } of [draft, waiting]) {
      expect(await withdrawBallot(formatCode(code))).toEqual({ ok: true, deleted: 'everything' });
      expect(await withdrawBallot(code)).toEqual({ ok: true, deleted: 'nothing' });
    }
    for (const ballot of [draft, waiting]) {
      await expect(answerPage(ballot, 'team', {})).rejects.toMatchObject({ step: 'done' });
      expect(await submitBallot({ ballot, completionMode: 'self' })).toMatchObject({
        isNew: false,
      });
    }
    await startInvitedBallot({ token, start, wanted });
    expect(await count(fielded)).toMatchObject({ drafts: 0, inbox: 0, used: 2, responses: 0 });
  });

  it('says that it is too late once the answers have joined the others', async () => {
    const fielded = await fieldStudy({ minimumCellSize: 2, covariates: [] });
    const ballot = await answerAndSend(fielded);
    await answerAndSend(fielded);
    await moveWaveBatch(fielded);
    expect(await withdrawBallot(ballot.code)).toEqual({ ok: true, deleted: 'nothing' });
    expect(await count(fielded)).toMatchObject({ responses: 2, used: 2 });
  });

  it('still withdraws after the study was closed', async () => {
    const fielded = await fieldStudy();
    const ballot = await answerAndSend(fielded);
    await setState(fielded, { study: 'closed' });
    expect(await withdrawBallot(ballot.code)).toEqual({ ok: true, deleted: 'everything' });
  });
});

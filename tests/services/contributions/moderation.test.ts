import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { decideAppeal } from '#app/services/contributions/decide-appeal.server.ts';
import { getContribution } from '#app/services/contributions/get-contribution.server.ts';
import { getRedaction } from '#app/services/contributions/get-redaction.server.ts';
import { listAppeals } from '#app/services/contributions/list-appeals.server.ts';
import { listContributionsOf } from '#app/services/contributions/list-contributions.server.ts';
import { moderateContribution } from '#app/services/contributions/moderate-contribution.server.ts';
import { publishableReasons } from '#app/services/contributions/publishable-reasons.ts';
import { redactContribution } from '#app/services/contributions/redact-contribution.server.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { contributionOriginals, contributions } from '#db/schema/contribution.ts';
import { panels } from '#db/schema/panel.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import {
  appeal,
  ask,
  send,
  setUpPanel,
  type PanelBench,
  type Person,
} from './support/panel-bench.ts';

describeOnDatabases('what becomes of a contribution', () => {
  let bench: PanelBench;
  beforeAll(async () => {
    bench = await setUpPanel();
  });

  const words = 'Dr Müller rang me on 07700 900123 from ward Rosehill';

  async function received(text = words): Promise<{ panelId: string; contributionId: string }> {
    const { panel } = bench;
    const promptId = await ask(panel);
    const contributionId = await send(panel, { text, names: ['Müller'], promptId });
    return { panelId: panel.panelId, contributionId };
  }

  async function redacted(by: Person = bench.moderator) {
    const ids = await received();
    const { original } = await getRedaction(by, ids);
    const choice = { hide: original.spans, words: 'rosehill' };
    await redactContribution(by, { ...ids, choice, revision: original.revision });
    return ids;
  }

  const rejection = { verdict: 'rejected', reason: 'names-a-person', note: 'A nurse' } as const;

  async function rejected(by: Person) {
    const ids = await redacted();
    await moderateContribution(by, { ...ids, revision: 2, decision: rejection });
    return ids;
  }

  const actionsOf = async (contributionId: string) => {
    const rows = await getDatabase()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.organisationId, bench.workspace.organisationId))
      .orderBy(auditEntries.number);
    return rows
      .filter(({ detail }) => (detail as { contribution?: string }).contribution === contributionId)
      .map(({ action, actor, detail }) => ({ action, actor, detail }));
  };

  it('begins unread: lists hold no word of it, and reading it is recorded as a redactor’s', async () => {
    const ids = await received();
    const { contributions: rows } = await listContributionsOf(bench.facilitator, {
      ...{ panelId: ids.panelId, state: 'received', page: 1 },
    });
    expect(rows.find(({ id }) => id === ids.contributionId)).toMatchObject({ text: null });
    expect(JSON.stringify(rows)).not.toContain('Rosehill');
    expect((await getContribution(bench.facilitator, ids)).contribution.text).toBeNull();
    expect(await actionsOf(ids.contributionId)).toEqual([]);
    const { original } = await getRedaction(bench.facilitator, ids);
    expect(original.spans.map(({ start, end }) => words.slice(start, end))).toEqual([
      'Müller',
      '07700 900123',
    ]);
    expect(await actionsOf(ids.contributionId)).toMatchObject([
      {
        action: 'contribution.original-read',
        actor: bench.facilitator.userId,
        detail: { as: 'redactor', purpose: 'redaction' },
      },
    ]);
    await expect(getRedaction(bench.researcher, ids)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is read by others once a person has confirmed what is taken out', async () => {
    const ids = await redacted();
    const { contribution, events } = await getContribution(bench.facilitator, ids);
    expect(contribution).toMatchObject({
      state: 'redacted',
      text: 'Dr [name] rang me on [phone number] from ward [left out]',
    });
    expect(events.map(({ kind }) => kind)).toEqual(['sent', 'redacted']);
    const [original] = await getDatabase()
      .select()
      .from(contributionOriginals)
      .where(eq(contributionOriginals.contributionId, ids.contributionId));
    expect(original?.text).toBe(words);
    expect(original?.spans.map(({ kind, proposedBy }) => `${kind} ${proposedBy}`)).toEqual([
      'name machine',
      'phone machine',
      'other person',
    ]);
  });

  it('keeps what a person unticks, says its placeholders in its own language, and wants words that are there', async () => {
    const { panel } = bench;
    const promptId = await ask(panel);
    const text = 'Анна позвонила: 8 (701) 123-45-67';
    const sent = { text, names: ['Анна'], language: 'ru', promptId };
    const ids = { panelId: panel.panelId, contributionId: await send(panel, sent) };
    const { original } = await getRedaction(bench.moderator, ids);
    const phone = original.spans.filter(({ kind }) => kind === 'phone');
    const redact = (lines: string) =>
      redactContribution(bench.moderator, {
        ...{ ...ids, revision: 1 },
        choice: { hide: phone, words: lines },
      });
    await expect(redact('Ольга')).rejects.toMatchObject({ reason: 'words-not-found' });
    await redact('');
    const { contribution } = await getContribution(bench.moderator, ids);
    expect(contribution.text).toBe('Анна позвонила: [номер телефона]');
  });

  it('has a version: of two who redact or decide one wins and the other is told', async () => {
    const ids = await received();
    const redact = (by: Person, hide: string) =>
      redactContribution(by, { ...ids, revision: 1, choice: { hide: [], words: hide } });
    const both = await Promise.allSettled([
      redact(bench.facilitator, 'Müller'),
      redact(bench.other, 'Rosehill'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', reason: 'contribution-changed' },
    });
    const decide = (by: Person, decision: Parameters<typeof moderateContribution>[1]['decision']) =>
      moderateContribution(by, { ...ids, revision: 2, decision });
    const decisions = await Promise.allSettled([
      decide(bench.facilitator, { verdict: 'accepted' }),
      decide(bench.other, rejection),
    ]);
    expect(decisions.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { events } = await getContribution(bench.facilitator, ids);
    expect(events).toHaveLength(3);
    const late = { ...ids, revision: 3, choice: { hide: [], words: 'Rosehill' } };
    await expect(redactContribution(bench.facilitator, late)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('waits for the policy', async () => {
    const ids = await redacted();
    const set = (on: string | null) =>
      getDatabase().update(panels).set({ policyPublishedOn: on }).where(eq(panels.id, ids.panelId));
    await set(null);
    const accept = () =>
      moderateContribution(bench.facilitator, {
        ...{ ...ids, revision: 2, decision: { verdict: 'accepted' } },
      });
    await expect(accept()).rejects.toMatchObject({ reason: 'policy-not-published' });
    await set('2026-03-01');
    await accept();
    const { contribution } = await getContribution(bench.researcher, ids);
    expect(contribution.state).toBe('accepted');
  });

  it('when rejected, is seen by nobody who does not moderate', async () => {
    const ids = await rejected(bench.facilitator);
    for (const reader of [bench.researcher, bench.translator]) {
      await expect(getContribution(reader, ids)).rejects.toMatchObject({ code: 'not-found' });
      for (const state of ['rejected', 'received', null] as const) {
        const list = await listContributionsOf(reader, { panelId: ids.panelId, state, page: 1 });
        expect(list.contributions.map(({ id }) => id)).not.toContain(ids.contributionId);
        expect(list.states.map((one) => one.state)).not.toContain('rejected');
      }
    }
    const { events } = await getContribution(bench.other, ids);
    expect(events.at(-1)).toMatchObject({
      kind: 'rejected',
      reason: 'names-a-person',
      note: 'A nurse',
    });
  });

  it('can be appealed, and the appeal is decided by another person, once', async () => {
    const ids = await rejected(bench.facilitator);
    expect((await listAppeals(bench.other, ids)).appeals).toEqual([]);
    await appeal(bench.panel, ids.contributionId, 4);
    const { appeals } = await listAppeals(bench.facilitator, ids);
    expect(appeals).toMatchObject([
      { contributionId: ids.contributionId, isOwnRejection: true, appeal: 'I meant nobody' },
    ]);
    const decide = (by: Person, outcome: 'appeal-upheld' | 'appeal-refused' = 'appeal-upheld') =>
      decideAppeal(by, {
        ...ids,
        outcome,
        note: 'You are right',
        revision: appeals[0]?.revision ?? 0,
      });
    await expect(decide(bench.facilitator)).rejects.toMatchObject({ reason: 'own-rejection' });
    const both = await Promise.allSettled([
      decide(bench.other),
      decide(bench.moderator, 'appeal-refused'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { events } = await getContribution(bench.facilitator, ids);
    expect(events).toHaveLength(5);
    expect((await listAppeals(bench.other, ids)).appeals).toEqual([]);
  });

  it('can be appealed in vain: it stays rejected', async () => {
    const ids = await rejected(bench.other);
    await appeal(bench.panel, ids.contributionId, 4);
    await decideAppeal(bench.facilitator, {
      ...{ ...ids, outcome: 'appeal-refused', note: 'It names her', revision: 3 },
    });
    const [row] = await getDatabase()
      .select()
      .from(contributions)
      .where(eq(contributions.id, ids.contributionId));
    expect(row?.state).toBe('rejected');
    await expect(
      decideAppeal(bench.facilitator, {
        ...{ ...ids, outcome: 'appeal-upheld', note: 'x', revision: 4 },
      }),
    ).rejects.toMatchObject({ reason: 'appeal-decided' });
  });
});

describe('reasons of rejections that are published', () => {
  type Reason = 'insults' | 'advertises' | 'off-topic';
  /** `from` to before `to` are the people; the first of them has two. */
  const rejected = (reason: Reason, from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => ({
      reason,
      memberId: `person ${from + index}`,
      contributions: index === 0 ? 2 : 1,
    }));
  const shown = (...rejections: ReturnType<typeof rejected>[]) => {
    const { total, reasons } = publishableReasons(rejections.flat(), 5);
    return {
      total,
      n: Object.fromEntries(
        reasons.filter(({ n }) => n !== null).map(({ reason, n }) => [reason, n]),
      ),
    };
  };

  it.each([
    [
      'all of them',
      [rejected('insults', 0, 6), rejected('advertises', 6, 13)],
      ...([15, { insults: 7, advertises: 8 }] as const),
    ],
    ['none about few people', [rejected('insults', 0, 4)], null, {}],
    [
      'no single one beside the total',
      [rejected('insults', 0, 6), rejected('advertises', 6, 10)],
      ...([12, {}] as const),
    ],
    [
      'the largest, where the others are enough together',
      [rejected('insults', 0, 9), rejected('advertises', 9, 12), rejected('off-topic', 12, 15)],
      ...([18, { insults: 10 }] as const),
    ],
    [
      'none, where the others are too few even together and the next joins them',
      [rejected('insults', 0, 9), rejected('advertises', 9, 10), rejected('off-topic', 10, 11)],
      ...([14, {}] as const),
    ],
    [
      'none, where the others are of the same few people',
      [rejected('insults', 0, 9), rejected('advertises', 9, 12), rejected('off-topic', 9, 12)],
      ...([18, {}] as const),
    ],
    [
      'no total of the same few people',
      [rejected('advertises', 0, 3), rejected('off-topic', 0, 3)],
      ...([null, {}] as const),
    ],
    ['only the total of nothing known', [], null, {}],
  ])('are %s', (_title, rejections, total, n) => {
    expect(shown(...rejections)).toEqual({ total, n });
  });
});

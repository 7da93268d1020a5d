import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { addPerson } from '#app/services/register/add-person.server.ts';
import { checkClause } from '#app/services/register/clauses/check-clause.server.ts';
import { clauseDates } from '#app/services/register/clauses/clause-dates.ts';
import { clauses } from '#app/services/register/clauses/clause-rows.ts';
import { clauseDateSchema, clauseSchema } from '#app/services/register/clauses/clause-schema.ts';
import { clauseState, datesOf } from '#app/services/register/clauses/clause-state.ts';
import { collectFacts } from '#app/services/register/clauses/collect-facts.server.ts';
import {
  evaluateEvidence,
  type EvidenceFacts,
} from '#app/services/register/clauses/evaluate-evidence.ts';
import { evidenceCodes, isRecommendation } from '#app/services/register/clauses/evidence-rows.ts';
import { getClauses } from '#app/services/register/clauses/get-clauses.server.ts';
import { decideStage } from '#app/services/register/decide-stage.server.ts';
import { describeSystem } from '#app/services/register/describe-system.server.ts';
import { sectionFields, type Section } from '#app/services/register/description-fields.ts';
import { stateRecommendation } from '#app/services/register/state-recommendation.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem, plainYes } from './new-system.ts';

const words = (language: string) =>
  JSON.parse(readFileSync(`app/i18n/${language}/clauses.json`, 'utf8')) as {
    clause: Record<string, string>;
    evidence: Record<string, string>;
  };

describe('rows of clauses', () => {
  it('are as the schema says, each once, some 45 of them', () => {
    for (const clause of clauses) clauseSchema.parse(clause);
    for (const row of clauseDates) clauseDateSchema.parse(row);
    expect(new Set(clauses.map(({ code }) => code)).size).toBe(clauses.length);
    expect(clauses.length).toBeGreaterThanOrEqual(35);
    expect(clauses.length).toBeLessThanOrEqual(45);
  });

  it('say when they were looked up, or that nobody has', () => {
    for (const { verifiedOn, isUnconfirmed } of [...clauses, ...clauseDates]) {
      expect(verifiedOn === null).toBe(isUnconfirmed === true);
    }
  });

  it('have words for each clause and each evidence, and no other', () => {
    const { clause, evidence } = words('en');
    expect(Object.keys(clause).sort()).toEqual(clauses.map(({ code }) => code).sort());
    expect(Object.keys(evidence).sort()).toEqual(
      evidenceCodes.filter((code) => !isRecommendation(code)).sort(),
    );
    const served = new Set(clauses.flatMap((one) => one.evidence));
    const own = evidenceCodes.filter((code) => !isRecommendation(code));
    expect(own.filter((code) => !served.has(code))).toEqual([]);
  });

  it.each(['literacy', 'general', 'high-risk-uses', 'high-risk-products'] as const)(
    'have one date a day and no gap: %s',
    (group) => {
      const own = clauseDates.filter((row) => row.group === group);
      const on = (day: string) =>
        own.filter(({ validFrom, validTo }) => validFrom <= day && (validTo ?? '9999') > day);
      for (const day of ['2024-08-01', '2026-08-01', '2026-08-02', '2030-01-01']) {
        expect(on(day)).toHaveLength(1);
      }
    },
  );

  it('move with the law: what was said before it changed stays known', () => {
    const from = (day: string, route: string) =>
      datesOf({ dates: 'high-risk' }, clauseDates, { day, route }).map((row) => row.appliesFrom);
    expect(from('2026-01-01', 'not-a-device')).toEqual(['2026-08-02']);
    expect(from('2026-11-26', 'not-a-device')).toEqual(['2027-12-02']);
    expect(from('2026-11-26', 'device')).toEqual(['2028-08-02']);
    expect(from('2026-11-26', '')).toEqual(['2027-12-02', '2028-08-02']);
    expect(datesOf({ dates: null }, clauseDates, { day: '2026-11-26', route: '' })).toEqual([]);
  });
});

describe('the state of a clause', () => {
  const anybody = { roles: [], tiers: [] };
  const said = { role: 'deployer', tier: 'high-risk' };
  it.each([
    ['there', ['there', 'not-applicable']],
    ['partly', ['there', 'missing']],
    ['partly', ['partly', 'partly']],
    ['missing', ['missing', 'missing']],
    ['not-applicable', ['not-applicable']],
    ['withheld', ['withheld', 'not-applicable']],
    ['withheld', ['withheld', 'there']],
    ['withheld', ['withheld', 'missing']],
    ['partly', ['withheld', 'there', 'missing']],
    ['partly', ['withheld', 'partly']],
  ] as const)('is %s of %j', (state, evidence) => {
    expect(clauseState(anybody, evidence, said).state).toBe(state);
  });

  it('is that it does not apply, by role before tier; what nobody said rules nothing out', () => {
    const clause = { roles: ['provider'], tiers: ['high-risk'] } as const;
    const of = (role: string, tier: string) => clauseState(clause, ['there'], { role, tier });
    expect(of('deployer', 'minimal').because).toBe('role');
    expect(of('both', 'minimal').because).toBe('tier');
    expect(of('both', 'high-risk').state).toBe('there');
    expect(of('', '').state).toBe('there');
  });
});

const nothing: EvidenceFacts = {
  ...{
    today: '2026-06-01',
    sections: {},
    withheld: [],
    roles: [],
    recommendations: new Map(),
    versions: [],
  },
  ...{ papers: [], places: [], changePlans: 0, openTransfers: 0 },
};
const place = { stage: 'live', hasPlan: true, isDecided: true, openAlertsDue: [] } as const;
const papers = (documented: number, gaps: number, open: number) => ({
  ...{ total: 15, counts: [], documented, gaps, open },
});

describe('evidence', () => {
  it('is missing of everything where nothing is said', () => {
    for (const code of evidenceCodes) expect(evaluateEvidence(code, nothing), code).toBe('missing');
  });

  it('is there where every field of a section is filled', () => {
    const full = Object.fromEntries(
      Object.entries(sectionFields).map(([section, fields]) => [
        section,
        Object.fromEntries(Object.keys(fields).map((field) => [field, 'done'])),
      ]),
    ) as EvidenceFacts['sections'];
    const facts = { ...nothing, sections: full };
    const codes = ['intended-use', 'oversight', 'fallback', 'risks', 'dpia', 'countries'] as const;
    for (const code of codes) expect(evaluateEvidence(code, facts), code).toBe('there');
  });

  it.each([
    ['intended-use', 'partly', { sections: { use: { statement: 'x' } } }],
    ['dpia', 'partly', { sections: { safety: { dpia: 'under-way' } } }],
    ['dpia', 'not-applicable', { sections: { safety: { dpia: 'not-needed' } } }],
    ['clinicians', 'partly', { roles: ['safety-officer'] }],
    ['owner', 'there', { roles: ['senior-owner'] }],
    ['T5', 'partly', { recommendations: new Map([['T5', 'partly']]) }],
    ['T5', 'not-applicable', { recommendations: new Map([['T5', 'not-applicable']]) }],
    ['versions', 'partly', { versions: [{ performance: 0 }] }],
    ['versions', 'there', { versions: [{ performance: 0 }, { performance: 2 }] }],
    ['datasets', 'there', { papers: [papers(0, 0, 15)] }],
    ['dataset-papers', 'missing', { papers: [papers(0, 0, 15)] }],
    ['dataset-papers', 'partly', { papers: [papers(15, 0, 0), papers(14, 1, 0)] }],
    ['dataset-papers', 'there', { papers: [papers(15, 0, 0)] }],
    ['plan', 'partly', { places: [place, { ...place, hasPlan: false }] }],
    ['plan', 'there', { places: [place, { ...place, stage: 'suspended', hasPlan: false }] }],
    ['alerts', 'there', { places: [{ ...place, openAlertsDue: ['2026-06-01'] }] }],
    ['alerts', 'partly', { places: [{ ...place, openAlertsDue: ['2026-05-31'] }] }],
    ['alerts', 'missing', { places: [{ ...place, hasPlan: false }] }],
    ['change-plan', 'there', { changePlans: 1 }],
    ['transfers-looked-at', 'partly', { sections: { sovereignty: {} }, openTransfers: 1 }],
    ['transfers-looked-at', 'there', { sections: { sovereignty: {} } }],
    ['transfers-looked-at', 'withheld', { withheld: ['sovereignty'], openTransfers: 1 }],
    ['explanations-tested', 'withheld', { withheld: ['explainability'] }],
  ] as const)('%s is %s of %j', (code, state, change) => {
    expect(evaluateEvidence(code, { ...nothing, ...change } as EvidenceFacts)).toBe(state);
  });
});

describeOnDatabases('clauses of a system', () => {
  let workspace: Workspace;
  let owner: Member;
  let systemId = '';
  let revision = 1;

  beforeAll(async () => {
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    ({ systemId } = await newSystem(owner, workspace.siteIds[0] ?? ''));
  });

  const say = async (of: Section, values: object, visibility: 'members' | 'private') => {
    await describeSystem(owner, { systemId, revision, change: { of, values, visibility } });
    revision += 1;
  };
  const clauseOf = async (code: string, member = owner) =>
    (await getClauses(member, { systemId })).groups
      .flatMap(({ items }) => items)
      .find((item) => item.code === code);

  it('are all shown while nobody has said role and tier', async () => {
    const { isSaid, groups } = await getClauses(owner, { systemId });
    expect(isSaid).toBe(false);
    expect(groups.map(({ items }) => items.length)).toEqual([21, 13, 11]);
    const states = groups.flatMap(({ items }) => items).map(({ state }) => state);
    expect(states).not.toContain('not-applicable');
  });

  it('follow the register as it fills, and one evidence serves many', async () => {
    await say('regulatory', { aiActRole: 'deployer', aiActTier: 'high-risk' }, 'members');
    expect(await clauseOf('AIA-9')).toMatchObject({ state: 'not-applicable', because: 'role' });
    expect(await clauseOf('AIA-26-4')).toMatchObject({ state: 'missing' });
    await say('data', { inputSources: 'The desk' }, 'members');
    expect(await clauseOf('AIA-26-4')).toMatchObject({ state: 'partly' });
    const named = { systemId, userId: null, fromOn: '2026-01-01', untilOn: null } as const;
    await addPerson(owner, { ...named, role: 'senior-owner', name: 'Ana' });
    await stateRecommendation(owner, {
      ...{ systemId, code: 'T5', state: 'met', evidence: 'Log', note: '', revision: 0 },
      statedOn: '2026-01-05',
    });
    const { evidence } = await getClauses(owner, { systemId });
    const ownerRow = evidence.find(({ code }) => code === 'owner');
    expect(ownerRow?.state).toBe('there');
    expect(ownerRow?.serves.map(({ clause }) => clause)).toEqual([
      ...['AIA-26-2', 'ISO-A-3-2', 'NIST-GOVERN-2'],
    ]);
    expect(evidence.find(({ code }) => code === 'T5')?.state).toBe('there');
  });

  it('look at the stage that holds at a place: of a suspended system none is in use', async () => {
    const ids = await newSystem(owner, workspace.siteIds[0] ?? '');
    const stages = () =>
      withActor(owner, async (tx) => {
        const facts = await collectFacts(tx, owner, { ...ids, sections: {}, withheld: [] });
        return facts.places.map(({ stage }) => stage);
      });
    expect(await stages()).toEqual(['pilot']);
    await decideStage(owner, {
      ...{ ...plainYes, systemId: ids.systemId, deploymentId: null, stage: 'suspended' },
      ...{ revision: 2, reason: 'Harm', decidedBy: 'The board', decidedOn: today() },
    });
    expect(await stages()).toEqual(['suspended']);
  });

  it('tell nobody what a section says that is kept from them, nor link to it', async () => {
    const reader = await createMember(workspace, 'lay-member');
    const seen = [];
    for (const dpia of ['done', 'not-needed']) {
      await say('safety', { dpia }, 'private');
      const regulatory = { aiActRole: 'deployer', aiActTier: 'high-risk', route: 'device' };
      await say('regulatory', regulatory, 'private');
      seen.push(await getClauses(reader, { systemId }));
      await say('regulatory', { aiActRole: 'provider', aiActTier: 'minimal' }, 'private');
      seen.push(await getClauses(reader, { systemId }));
    }
    const [first, ...others] = seen.map((page) => ({ ...page, frame: null }));
    for (const page of others) expect(page).toEqual(first);
    expect(first?.withheld).toEqual(expect.arrayContaining(['regulatory', 'safety']));
    expect(first?.isSaid).toBe(true);
    expect(first).not.toHaveProperty('standing');
    expect(first?.groups[0]?.counts.at(-1)?.state).toBe('withheld');
    expect(await clauseOf('AIA-26-9', reader)).toMatchObject({ state: 'withheld' });
    expect(await clauseOf('AIA-9', reader)).toMatchObject({ because: null });
    await say('regulatory', { aiActRole: 'deployer', aiActTier: 'high-risk' }, 'members');
    await say('safety', { dpia: 'done' }, 'private');
    expect(await clauseOf('AIA-26-9')).toMatchObject({ state: 'there' });
  });

  it('carry what the organisation looked up, which stands before the release’s row', async () => {
    const check = {
      ...{ code: 'AIA-26-9', appliesFrom: '2027-12-02', source: 'OJ L, 2026/1744' },
      ...{ note: '', checkedOn: '2026-11-20', revision: 0 },
    };
    await expect(checkClause(owner, { ...check, code: 'AIA-1' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(checkClause(owner, { ...check, checkedOn: '2999-01-01' })).rejects.toMatchObject({
      reason: 'date-in-future',
    });
    const reader = await createMember(workspace, 'board-chair');
    await expect(checkClause(reader, check)).rejects.toMatchObject({ code: 'forbidden' });
    const results = await Promise.allSettled([
      checkClause(owner, check),
      checkClause(owner, check),
    ]);
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { reason: 'edited-meanwhile', values: { revision: 1 } } },
    ]);
    expect((await clauseOf('AIA-26-9', reader))?.check).toMatchObject({
      ...{ appliesFrom: '2027-12-02', by: 'model-owner', number: 1 },
    });
    const theirs = await createWorkspace();
    const stranger = await createMember(theirs, 'model-owner');
    const { systemId: another } = await newSystem(stranger, theirs.siteIds[0] ?? '');
    const { groups } = await getClauses(stranger, { systemId: another });
    expect(groups.flatMap(({ items }) => items.flatMap(({ check: own }) => own ?? []))).toEqual([]);
  });
});

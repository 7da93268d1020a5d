import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { getDossier } from '#app/services/evidence/get-dossier.server.ts';
import { getVersion } from '#app/services/instruments/get-version.server.ts';
import { listInstruments } from '#app/services/instruments/list-instruments.server.ts';
import { addDebriefing } from '#app/services/panel-jobs/add-debriefing.server.ts';
import { addMargin } from '#app/services/panel-jobs/add-margin.server.ts';
import { addReview } from '#app/services/panel-jobs/add-review.server.ts';
import { getJob } from '#app/services/panel-jobs/get-job.server.ts';
import { getPublicReview } from '#app/services/panel-jobs/get-public-review.server.ts';
import { listCitableMargins } from '#app/services/panel-jobs/list-citable-margins.server.ts';
import { listJobs } from '#app/services/panel-jobs/list-jobs.server.ts';
import { publishJob } from '#app/services/panel-jobs/publish-job.server.ts';
import { createRound } from '#app/services/panels/create-round.server.ts';
import { openRound } from '#app/services/panels/open-round.server.ts';
import { publishOutcomes } from '#app/services/panels/publish-outcomes.server.ts';
import type { Member } from '#db/actor.server.ts';
import { organisations } from '#db/schema/organisation.ts';
import { panelReports } from '#db/schema/panel-report.ts';
import { panelPrompts } from '#db/schema/panel-round.ts';
import { panels } from '#db/schema/panel.ts';
import { quotes } from '#db/schema/quote.ts';
import { subjectSchema } from '#surveys/model/subject.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { listAudit } from '../support/audit.ts';
import { endRound, openedPanel, revisionOf, roundRevisionOf } from '../support/panel-set-up.ts';
import { publishInstrument } from '../support/study.ts';
import { joinPeople, say } from './words-of-people.ts';

const both = (text: string) => ({ en: text, kk: `${text} (kk)` });

describeOnDatabases('jobs of a panel', () => {
  let workspace: Workspace;
  let facilitator: Member;
  let versionId: string;

  beforeAll(async () => {
    workspace = await createWorkspace();
    facilitator = await createMember(workspace, 'facilitator');
    versionId = await publishInstrument(workspace);
  });

  async function draftRound() {
    const { panelId } = await openedPanel(facilitator);
    const { roundId } = await createRound(facilitator, {
      ...{ panelId, title: both('A job'), intro: both('Please help us.'), minutes: 20 },
      closesOn: '2099-01-01',
    });
    return { panelId, roundId };
  }
  type Round = Awaited<ReturnType<typeof draftRound>>;
  const revision = (round: Round) => roundRevisionOf(facilitator, round);
  const open = async (round: Round) =>
    openRound(facilitator, {
      ...{ ...round, revision: await revision(round), seenOver: [], askNonetheless: [] },
    });
  const promptsOf = ({ roundId }: Round) =>
    getDatabase()
      .select()
      .from(panelPrompts)
      .where(eq(panelPrompts.roundId, roundId))
      .orderBy(panelPrompts.position);
  const people = ({ panelId }: Round, counts: Record<string, number>) =>
    joinPeople({ organisationId: workspace.organisationId, panelId }, counts);

  /** Two items, debriefed by these people, each of whom answers to both. */
  async function debriefed(counts: Record<string, number>) {
    const round = await draftRound();
    const added = await addDebriefing(facilitator, {
      ...{ ...round, revision: await revision(round), instrumentVersionId: versionId },
      itemIds: ['nai-1', 'nai-2'],
    });
    expect(added).toEqual({ prompts: 2 });
    const joined = await people(round, counts);
    await open(round);
    const prompts = await promptsOf(round);
    for (const person of joined) {
      for (const { id } of prompts) {
        await say(person, { roundId: round.roundId, promptId: id }, { text: 'I trust it' });
      }
    }
    return { round, prompts, joined, promptId: prompts[0]?.id ?? '' };
  }

  it('asks for an item with its own wording in each language of the panel', async () => {
    const { prompts } = await debriefed({});
    const [first] = prompts;
    expect(first?.kind).toBe('debriefing');
    expect(first?.about).toEqual({ kind: 'item', instrumentVersionId: versionId, itemId: 'nai-1' });
    expect(Object.keys(first?.text ?? {})).toEqual(['en', 'kk']);
    const { document } = await getVersion(await createMember(workspace, 'researcher'), {
      ...{ instrumentId: await instrumentOf(), number: 1 },
    });
    const stem = document.items.find(({ id }) => id === 'nai-1')?.stem;
    expect(first?.text.en).toContain(stem?.en);
    expect(first?.text.kk).toContain(stem?.kk);
  });

  const instrumentOf = async () =>
    (await listInstruments(facilitator)).instruments[0]?.instrumentId ?? '';

  const dossierPart = async (language: string) => {
    const { parts } = await getDossier(facilitator, await instrumentOf());
    return parts.find((part) => part.language === language);
  };

  it('becomes evidence for the languages in which enough people took part', async () => {
    const { round, promptId } = await debriefed({ en: 6, kk: 2 });
    const input = { panelId: round.panelId, promptId };
    await expect(publishJob(facilitator, input)).rejects.toMatchObject({
      reason: 'job-round-not-closed',
    });
    await endRound(facilitator, round);
    const findings = [
      { itemId: 'nai-2', language: 'en' as const, problem: 'A word', resolution: 'Changed' },
    ];
    const { reportId } = await publishJob(facilitator, { ...input, findings });
    const { report } = await getJob(facilitator, input);
    expect(report).toMatchObject({
      ...{ id: reportId, supersededOn: null },
      content: {
        ...{ job: 'debriefing', versionNumber: 1, findings },
        // Of two people nothing is said, nor can a total less another give them away.
        people: { total: 6, byLanguage: [{ language: 'en', people: 6 }], withheld: ['kk'] },
      },
    });
    const english = await dossierPart('en');
    const entry = english?.entries.find(
      ({ origin }) => origin.source === 'panel' && origin.reportId === reportId,
    );
    expect(entry).toMatchObject({
      ...{ n: 6, isExpired: false, isSuperseded: false, isInvented: false },
      finding: { kind: 'translation', steps: ['cognitive-debriefing'], debriefed: 6 },
      origin: { panel: 'Voices of the ward', round: 1 },
    });
    const kazakh = (await dossierPart('kk'))?.entries ?? [];
    expect(kazakh.filter(({ origin }) => 'reportId' in origin)).toEqual([]);
    const trail = await listAudit(workspace.organisationId);
    expect(trail.at(-1)).toMatchObject({
      action: 'panel.job-published',
      detail: { job: 'debriefing', number: 1, reportId },
    });
  });

  it('counts no more as evidence once a newer result stands or words were taken back', async () => {
    const { round, promptId } = await debriefed({ en: 5 });
    await endRound(facilitator, round);
    const input = { panelId: round.panelId, promptId };
    const first = await publishJob(facilitator, input);
    const second = await publishJob(facilitator, {
      ...input,
      findings: [{ itemId: 'nai-1', language: 'en', problem: 'Long', resolution: 'Shorter' }],
    });
    const entries = (await dossierPart('en'))?.entries ?? [];
    const of = ({ reportId }: { reportId: string }) =>
      entries.find(({ origin }) => 'reportId' in origin && origin.reportId === reportId);
    expect([of(first)?.isSuperseded, of(second)?.isSuperseded]).toEqual([true, false]);
    const { jobs } = await listJobs(facilitator, round);
    expect(jobs).toMatchObject([{ prompts: 2, report: { id: second.reportId } }]);
  });

  it('of an organisation that is made up counts for nothing', async () => {
    const { round, promptId } = await debriefed({ en: 5 });
    await endRound(facilitator, round);
    const own = eq(organisations.id, workspace.organisationId);
    await getDatabase().update(organisations).set({ origin: 'synthetic' }).where(own);
    const { reportId } = await publishJob(facilitator, { panelId: round.panelId, promptId });
    await getDatabase().update(organisations).set({ origin: 'real' }).where(own);
    const entry = (await dossierPart('en'))?.entries.find(
      ({ origin }) => 'reportId' in origin && origin.reportId === reportId,
    );
    expect(entry).toMatchObject({ isInvented: true });
  });

  it('is not published about fewer people than the minimum', async () => {
    const { round, promptId } = await debriefed({ en: 2, kk: 2 });
    await endRound(facilitator, round);
    await expect(
      publishJob(facilitator, { panelId: round.panelId, promptId }),
    ).rejects.toMatchObject({ reason: 'job-too-few', values: { minimum: 5 } });
    expect((await getJob(facilitator, { panelId: round.panelId, promptId })).people).toEqual({
      fewerThan: 5,
    });
  });

  async function reviewed() {
    const round = await draftRound();
    const { promptId } = await addReview(facilitator, {
      ...{ ...round, revision: await revision(round), name: 'Leaflet on triage' },
      text: both('The computer sorts patients.'),
    });
    const joined = await people(round, { en: 5 });
    await open(round);
    const said: string[] = [];
    for (const [index, person] of joined.entries()) {
      const prompt = { roundId: round.roundId, promptId };
      said.push(await say(person, prompt, { text: `Say who decides (${index})` }));
    }
    await endRound(facilitator, round);
    return { round, promptId, said, joined, input: { panelId: round.panelId, promptId } };
  }

  it('shows a text as reviewed with what was changed, and words of who agreed alone', async () => {
    const { input, said } = await reviewed();
    await expect(publishJob(facilitator, input)).rejects.toMatchObject({
      reason: 'job-change-missing',
    });
    const changed = both('It now says that a nurse decides.');
    await expect(
      publishJob(facilitator, { ...input, changed, quoted: said.slice(0, 2) }),
    ).rejects.toMatchObject({ reason: 'job-quote-not-agreed' });
    const { reportId } = await publishJob(facilitator, {
      ...{ ...input, changed, quoted: said.slice(0, 1) },
    });
    const [panel] = await getDatabase().select().from(panels).where(eq(panels.id, input.panelId));
    const address = { slug: panel?.slug ?? '', reportId };
    await expect(getPublicReview(address)).rejects.toMatchObject({ code: 'not-found' });
    await publishOutcomes(facilitator, {
      ...{ panelId: input.panelId, isPublic: true },
      revision: await revisionOf(facilitator, input.panelId),
    });
    const page = await getPublicReview(address);
    expect(page).toMatchObject({
      content: { name: 'Leaflet on triage', changed, people: { total: 5 } },
      quotes: [{ language: 'en', words: 'Say who decides (0)' }],
      supersededOn: null,
    });
    // The report holds the quote's id alone.
    await getDatabase()
      .delete(quotes)
      .where(eq(quotes.contributionId, said[0] ?? ''));
    expect((await getPublicReview(address)).quotes).toEqual([]);
    await expect(getPublicReview({ ...address, slug: 'no-such-panel' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  async function margin(values: readonly number[]) {
    const round = await draftRound();
    const { promptId } = await addMargin(facilitator, {
      ...{ ...round, revision: await revision(round), metric: 'Missed warnings' },
      ...{ low: 0, high: 20 },
    });
    const joined = await people(round, { en: values.length });
    await open(round);
    for (const [index, person] of joined.entries()) {
      const value = values[index] ?? 0;
      await say(person, { roundId: round.roundId, promptId }, { text: 'Because', value });
    }
    await endRound(facilitator, round);
    return { panelId: round.panelId, promptId };
  }

  it('finds how large a difference matters, which others may cite', async () => {
    const small = await margin([3, 4, 5, 6]);
    await expect(publishJob(facilitator, small)).rejects.toMatchObject({ reason: 'job-too-few' });
    const { reportId } = await publishJob(facilitator, await margin([10, 2, 5, 3, 4, 8]));
    const owner = await createMember(workspace, 'model-owner');
    const cited = (await listCitableMargins(owner)).find(({ subject }) => subject.id === reportId);
    expect(cited).toMatchObject({
      ...{ metric: 'Missed warnings', people: 6, median: 4.5, middleHalf: [3, 8] },
      subject: { kind: 'panel-report', id: reportId },
    });
    expect(subjectSchema.parse(cited?.subject)).toEqual({ kind: 'panel-report', id: reportId });
    await getDatabase()
      .update(panelReports)
      .set({ supersededOn: '2026-03-01' })
      .where(eq(panelReports.id, reportId));
    expect((await listCitableMargins(owner)).map(({ subject }) => subject.id)).not.toContain(
      reportId,
    );
  });

  it('refuses a text that is not there in a language of the panel, and bounds that are none', async () => {
    const round = await draftRound();
    const at = { ...round, revision: await revision(round) };
    await expect(
      addReview(facilitator, { ...at, name: 'Leaflet', text: { en: 'Only English' } }),
    ).rejects.toMatchObject({ reason: 'job-text-missing', values: { language: 'Қазақша' } });
    await expect(
      addMargin(facilitator, { ...at, metric: 'x', low: 20, high: 10 }),
    ).rejects.toMatchObject({ reason: 'bounds-wrong' });
    await expect(
      addDebriefing(facilitator, { ...at, instrumentVersionId: versionId, itemIds: ['none'] }),
    ).rejects.toMatchObject({ reason: 'job-items-missing' });
    expect(await promptsOf(round)).toEqual([]);
  });

  it('is published by facilitators of the panel alone', async () => {
    const job = await margin([1, 2, 3, 4, 5]);
    for (const role of ['moderator', 'researcher', 'auditor'] as const) {
      const other = await createMember(workspace, role);
      await expect(publishJob(other, job)).rejects.toMatchObject({ code: 'forbidden' });
    }
    const elsewhere = await createMember(await createWorkspace(), 'facilitator');
    await expect(publishJob(elsewhere, job)).rejects.toMatchObject({ code: 'not-found' });
  });
});

import { beforeAll, expect, it } from 'vitest';
import JSZip from 'jszip';
import { eq } from 'drizzle-orm';
import { getDatabase } from '#app/database.server.ts';
import { addOutput } from '#app/services/outcomes/add-output.server.ts';
import { addSuggestion } from '#app/services/outcomes/add-suggestion.server.ts';
import { decideSuggestion } from '#app/services/outcomes/decide-suggestion.server.ts';
import { getOutputs } from '#app/services/outcomes/get-outputs.server.ts';
import { getReportFile } from '#app/services/outcomes/get-report-file.server.ts';
import { getReportForm } from '#app/services/outcomes/get-report-form.server.ts';
import { getReports } from '#app/services/outcomes/get-reports.server.ts';
import { publishOutput } from '#app/services/outcomes/publish-output.server.ts';
import { publishReport } from '#app/services/outcomes/publish-report.server.ts';
import { saveNarrative } from '#app/services/outcomes/save-narrative.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { panelCredits, panelReportContributions, panelReports } from '#db/schema/panel-report.ts';
import { panelRatings } from '#db/schema/panel-round.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { addPerson, answerConsent, openChannel, type Person } from '../support/panel-people.ts';
import { endRound, openedPanel, openedRound } from '../support/panel-set-up.ts';

const both = (text: string) => ({ en: text, kk: `${text} (kk)` });

describeOnDatabases('reports of a panel', () => {
  let facilitator: Member;
  let panelId: string;
  let people: Person[];
  let roundId: string;

  beforeAll(async () => {
    facilitator = await createMember(await createWorkspace(), 'facilitator');
    ({ panelId } = await openedPanel(facilitator));
    const { organisationId } = facilitator;
    const opened = await openedRound(facilitator, panelId);
    ({ roundId } = opened);
    const round = { organisationId, ...opened };
    const channel = await openChannel(round);
    people = [];
    for (let number = 1; number <= 6; number += 1) {
      people.push(await addPerson(round, channel, { number, text: `Secret words ${number}` }));
    }
    const { suggestionId } = await addSuggestion(facilitator, {
      ...{ panelId, text: both('Quieter alarms') },
      contributions: people.map(({ contributionId }) => ({ contributionId, quote: '' })),
    });
    await decideSuggestion(facilitator, {
      ...{ panelId, suggestionId, revision: 1, verdict: 'not', reason: both('No money') },
      ...{ decidedBy: 'The board', decidedOn: today() },
    });
    await endRound(facilitator, opened);
    const codes = [
      [5, 5, 5, 4, 4],
      [5, 4, 1, 4, 2],
      [4, 4, 5, 4, 3],
      [5, 5, 5, 4, 2],
      [4, 5, 4, 4, 0],
      [2, 4, 4, 4, 5],
    ];
    const ofRound = { organisationId, panelId, roundId };
    await getDatabase()
      .insert(panelRatings)
      .values(codes.map((each) => ({ ...ofRound, codes: each })));
  });

  it('fills forms from the records, and says where there is none', async () => {
    const { items } = await getReportForm(facilitator, { panelId, kind: 'gripp2-long' });
    expect(items).toHaveLength(34);
    const keys = (id: string) =>
      items.find((item) => item.id === id)?.facts.map(({ key }) => key) ?? [];
    expect(keys('4b')).toEqual([
      ...['people', 'contributed', 'left', 'mode.self', 'channel', 'noTargets'],
    ]);
    expect(keys('8i')).toContain('decision');
    expect(keys('2b')).toEqual([]);
    const short = await getReportForm(facilitator, { panelId, kind: 'gripp2-short' });
    expect(short.items.map(({ id }) => id)).toEqual([
      ...['aim', 'methods', 'results', 'extent', 'reflections'],
    ]);
  });

  it('shows ratings only where nobody can be told apart', async () => {
    const { ratings } = await getReports(facilitator, { panelId });
    expect(ratings[0]?.people).toBe(6);
    const hidden = { low: null, high: null };
    expect(ratings[0]?.items).toEqual([
      { item: 'inclusive', ...hidden, middle: null }, // one low: with five high it would be known
      { item: 'together', ...hidden, middle: null }, // all alike
      { item: 'support', ...hidden, middle: null },
      { item: 'communications', ...hidden, middle: null },
      { item: 'impact', ...hidden, middle: null },
    ]);
  });

  it('keeps narratives, of which the second of two writers is told', async () => {
    const save = (text: string, revision: number) =>
      saveNarrative(facilitator, {
        ...{ panelId, kind: 'uk-standards', item: 'impact', text, score: '3', revision },
      });
    const answers = await Promise.allSettled([save('One', 0), save('Two', 0)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'narrative-changed', values: { revision: 1 } },
    });
    await save('Three', 1);
    const { items } = await getReportForm(facilitator, { panelId, kind: 'uk-standards' });
    expect(items.find(({ id }) => id === 'impact')).toMatchObject({
      ...{ narrative: 'Three', selfScore: '3', revision: 2 },
    });
  });

  it('freezes versions with the contributions they stand on, and writes them in each language', async () => {
    const { number } = await publishReport(facilitator, { panelId, kind: 'uk-standards' });
    const [row] = await getDatabase()
      .select()
      .from(panelReports)
      .where(eq(panelReports.panelId, panelId));
    expect(row?.number).toBe(number);
    expect(row?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row?.content)).not.toContain('Secret words');
    const linked = await getDatabase()
      .select()
      .from(panelReportContributions)
      .where(eq(panelReportContributions.panelId, panelId));
    expect(linked).toHaveLength(6);
    const ids = { panelId, number };
    const text = await getReportFile(facilitator, { ...ids, format: 'md', language: 'en' });
    expect(text.body).toContain('No money');
    expect(text.body).toMatch(/\]\(http[^)]*\/panels\/[0-9a-f-]+\/decisions\//);
    const kazakh = await getReportFile(facilitator, { ...ids, format: 'docx', language: 'kk' });
    const zip = await JSZip.loadAsync(kazakh.body);
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    expect(xml).toContain('No money (kk)');
    expect(xml).toContain('w:hyperlink');
    await publishReport(facilitator, { panelId, kind: 'uk-standards' });
    await getDatabase()
      .update(panelReports)
      .set({ supersededOn: today() })
      .where(eq(panelReports.contentHash, row?.contentHash ?? ''));
    const { versions } = await getReports(facilitator, { panelId });
    expect(versions.at(-1)).toMatchObject({ number: 1, replacedBy: 2, supersededOn: today() });
  });

  it('thanks people as they chose and agree, until it is published', async () => {
    await addOutput(facilitator, { panelId, title: both('A paper') });
    const [output] = (await getOutputs(facilitator, { panelId })).outputs;
    const outputId = output?.id ?? '';
    const { organisationId } = facilitator;
    const choices = ['named', 'pseudonym', 'named', 'none'] as const;
    for (const [index, choice] of choices.entries()) {
      const memberId = people[index]?.memberId ?? '';
      await answerConsent({ organisationId, panelId }, memberId, {
        ...{ purpose: 'credit', granted: index !== 2, number: 1 },
      });
      await getDatabase()
        .insert(panelCredits)
        .values({ organisationId, panelId, outputId, memberId, choice, name: `Name ${index}` });
    }
    const thanks = async () => (await getOutputs(facilitator, { panelId })).outputs[0]?.thanks.en;
    expect(await thanks()).toContain('Name 0');
    expect(await thanks()).toContain('Member 2');
    expect(await thanks()).not.toMatch(/Name [123]/);
    await publishOutput(facilitator, { panelId, outputId });
    await getDatabase()
      .update(panelCredits)
      .set({ choice: 'none' })
      .where(eq(panelCredits.outputId, outputId));
    expect(await thanks()).toContain('Name 0');
    await expect(publishOutput(facilitator, { panelId, outputId })).rejects.toMatchObject({
      reason: 'output-published',
    });
  });
});

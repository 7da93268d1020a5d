import { beforeAll, describe, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { languages } from '#surveys/model/languages.ts';
import type { AnalysisId } from '#app/services/psychometrics/analysis-ids.ts';
import { getAnalysisFile } from '#app/services/psychometrics/analysis-file.server.ts';
import { checkFields } from '#app/services/psychometrics/check-fields.ts';
import type { Field } from '#app/services/psychometrics/study-analysis.ts';
import type { Member } from '#db/actor.server.ts';
import { analysisRuns } from '#db/schema/analysis-run.ts';
import { computeQueued } from '#tests/services/results/compute-queued.ts';
import {
  addResponses,
  createStudy,
  drawPeople,
  type FieldedStudy,
} from '#tests/services/results/fielded-study.ts';
import { getAnalysisReaderFor } from '#tests/services/results/reader-for.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { askAnalysis, computedView } from './analysed-pages.ts';
import { readerIn } from './reader-in.ts';

const reader = getAnalysisReaderFor('en');

describeOnDatabases('a value of the address that is not understood', () => {
  let workspace: Workspace;
  let member: Member;
  let study: FieldedStudy;

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['East', 'North']);
    member = await createMember(workspace, 'researcher');
    study = await createStudy(workspace, { covariates: ['role'] });
    await addResponses(workspace, study, drawPeople(workspace, 240, 4), { seed: 4 });
    await computedView({ workspace, member, study }, 'reliability');
  });

  const ask = (analysis: AnalysisId, search: string) =>
    askAnalysis({ workspace, member, study }, analysis, search);

  const runs = () =>
    withActor({ kind: 'system', organisationId: workspace.organisationId }, (tx) =>
      tx.$count(analysisRuns),
    );

  it.each<[AnalysisId, string, string, string]>([
    ['reliability', 'scale=no-such', 'scale', '“no-such” is not one of the choices'],
    ['reliability', 'wave=77', 'wave', '“77” is not one of the choices'],
    ['reliability', 'wave=first', 'wave', '“first” is not one of the choices'],
    ['reliability', 'language=xx', 'language', '“xx” is not one of the choices'],
    ['dimensions', 'draws=-5', 'draws', '“-5” is not a whole number from 100 to 10000'],
    ['dimensions', 'draws=many', 'draws', '“many” is not a whole number'],
    ['dimensions', 'draws=10001', 'draws', '“10001” is not a whole number'],
    ['dimensions', 'seed=1.5', 'seed', '“1.5” is not a whole number'],
    ['dimensions', 'correlation=spearman', 'correlation', '“spearman” is not one of the choices'],
    ['factors', 'factors=99', 'factors', '“99” is not a whole number from 1 to 5'],
    ['factors', 'scale=clinical-benefit&factors=2', 'factors', 'these items allow 1 only'],
    ['factors', 'rotation=90', 'rotation', '“90” is not one of the choices'],
    ['confirmatory', 'estimator=PLS', 'estimator', '“PLS” is not one of the choices'],
    ['invariance', 'free=nai-99', 'free', '“Readiness, total” has no item nai-99'],
    ['invariance', 'scale=clinical-benefit&free=nai-6, nai-1', 'free', 'has no item nai-1.'],
    ['invariance', 'by=shoe-size', 'by', '“shoe-size” is not one of the choices'],
    ['invariance', 'items=nominal', 'items', '“nominal” is not one of the choices'],
    ['item-response', 'item=nai-99', 'item', '“nai-99” is not one of the choices'],
    ['item-functioning', 'by=language&focal=xx', 'focal', '“xx” is not one of the choices'],
    ['item-functioning', 'by=language&reference=kk&focal=kk', 'focal', 'Choose another one'],
    ['known-groups', 'by=unknown', 'by', '“unknown” is not one of the choices'],
    ['mixed-model', 'item=nai-99', 'item', '“nai-99” is not one of the choices'],
  ])('%s?%s: its field says so and keeps it, and nothing is computed', async (...row) => {
    const [analysis, search, name, says] = row;
    const before = await runs();
    const page = await ask(analysis, search);
    const field = page.fields.find((one) => one.name === name);
    expect(field?.error).toContain(says);
    const given = new URLSearchParams(search).get(name);
    expect(field?.value).toBe(given);
    if (field?.kind === 'select') {
      expect(field.options.map(({ value }) => value)).toContain(given);
    }
    expect(page.fields.filter(({ error }) => error !== undefined)).toHaveLength(1);
    expect(page).toMatchObject({ run: null, view: null, reproduction: null, evidence: null });
    expect(page.notPossible).toContain('its field says why');
    expect(await runs()).toBe(before);
  });

  it('gives no file either', async () => {
    const { studyId } = study;
    const search = new URLSearchParams('scale=no-such');
    const request = { studyId, analysis: 'reliability' as const, search };
    await expect(
      getAnalysisFile(member, reader, request, { format: 'docx', part: '' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each<[AnalysisId, string]>([
    ['dimensions', 'draws= 200 &seed='],
    ['item-response', 'scale=clinical-benefit&item=nai-1'],
    ['mixed-model', 'scale=clinical-benefit&item=nai-1'],
    ['reliability', 'language=kk&wave=1'],
  ])('%s?%s is understood: what another choice left behind gives way', async (analysis, search) => {
    const { fields, notPossible } = await ask(analysis, search);
    expect(fields.filter(({ error }) => error !== undefined)).toEqual([]);
    expect(notPossible).toBeNull();
  });

  it('items that may differ are understood however they are separated', async () => {
    const { fields } = await ask('invariance', 'free=nai-2; nai-3');
    expect(fields.at(-1)).toMatchObject({ name: 'free', value: 'nai-2, nai-3' });
    expect(fields.at(-1)?.error).toBeUndefined();
  });

  it('groups of another dimension give way when the dimension is changed', async () => {
    const by = await ask('item-functioning', 'by=language');
    const levels = by.fields.find(({ name }) => name === 'reference');
    const search = `by=site&reference=${levels?.value ?? ''}&focal=kk`;
    const { fields } = await ask('item-functioning', search);
    expect(fields.filter(({ error }) => error !== undefined)).toEqual([]);
    expect(fields.find(({ name }) => name === 'reference')?.value).toBe(workspace.siteIds[0]);
  });

  it('a study of one language says that it has no other', async () => {
    const own = await createStudy(workspace, { languages: ['en'], covariates: [] });
    const people = drawPeople(workspace, 60).map((person) => ({ ...person, language: 'en' }));
    await addResponses(workspace, own, people);
    const asked = { workspace, member, study: own };
    await askAnalysis(asked, 'reliability');
    await computeQueued(workspace);
    const { fields } = await askAnalysis(asked, 'reliability', 'language=kk');
    expect(fields.at(-1)).toMatchObject({ name: 'language', value: 'kk' });
    expect(fields.at(-1)?.error).toContain('“kk” is not one of the choices');
    const plain = await askAnalysis(asked, 'reliability', 'language=en');
    expect(plain.fields.map(({ name }) => name)).toEqual(['scale']);
  });
});

describe.each(languages)('in %s', (language) => {
  it('the value and the bounds are said', async () => {
    const reader = await readerIn(language);
    const field: Field = { kind: 'number', name: 'draws', label: '', value: '5', min: 3, max: 9 };
    const search = new URLSearchParams('draws=77');
    const [checked] = checkFields(reader, [field], search);
    for (const part of ['77', '3', '9']) expect(checked?.error).toContain(part);
    if (language === 'ar') expect(checked?.error).toContain('\u206877\u2069');
    if (language !== 'en') expect(checked?.error).not.toContain('whole number');
    const long = new URLSearchParams(`draws=${'x'.repeat(5000)}`);
    const [cut] = checkFields(reader, [field], long);
    expect(cut?.error?.length).toBeLessThan(200);
  });
});

import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import JSZip from 'jszip';
import { beforeAll, expect, it } from 'vitest';
import { exportCodebook } from '#app/services/exports/export-codebook.server.ts';
import { exportResponses } from '#app/services/exports/export-responses.server.ts';
import { getAnalysisPage } from '#app/services/psychometrics/get-analysis-page.server.ts';
import { reproduceAnalysis } from '#app/services/psychometrics/reproduce/reproduce-analysis.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import {
  addResponses,
  closeWaves,
  createStudy,
  drawPeople,
  type FieldedStudy,
} from '../results/fielded-study.ts';
import { getAnalysisReaderFor } from '../results/reader-for.ts';
import { settle } from '../results/settle.ts';
import { buildWorker } from '../results/worker-thread.ts';

const reader = getAnalysisReaderFor('en');
const reason = 'A reviewer asked to see the numbers again';

describeOnDatabases('the files of a confidential study', () => {
  let workspace: Workspace;
  let custodian: Member;
  let study: FieldedStudy;
  const pseudonyms = Array.from({ length: 160 }, () => randomUUID());

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['North', 'South']);
    custodian = await createMember(workspace, 'data-custodian');
    study = await createStudy(workspace, {
      ...{ responseMode: 'confidential', waves: 2, covariates: [] },
    });
    const people = drawPeople(workspace, pseudonyms.length).map((person, index) => ({
      ...person,
      pseudonymId: pseudonyms[index] ?? '',
    }));
    for (const [index, waveId] of study.waveIds.entries()) {
      await addResponses(workspace, study, people, { waveId, seed: index + 1 });
    }
    await closeWaves(workspace, study);
  }, 120_000);

  /** Nothing that stands for a person, whole or in the form of a hash, nor a column for it. */
  function expectNone(file: string, content: string): void {
    const lower = content.toLowerCase();
    const found = pseudonyms.filter(
      (pseudonym) => lower.includes(pseudonym) || lower.includes(pseudonym.replaceAll('-', '')),
    );
    expect(found, file).toEqual([]);
    expect(lower, file).not.toMatch(/pseudonym|linkkey|link_key|[0-9a-f]{8}-[0-9a-f]{4}-4/);
  }

  it('hold answers and no pseudonym', async () => {
    const csv = await text(
      await exportResponses(custodian, study.studyId, { reason, hasByteOrderMark: false }),
    );
    expect(csv.trim().split('\n')).toHaveLength(1 + 2 * pseudonyms.length);
    expectNone('responses', csv);
    expectNone(
      'codebook',
      await exportCodebook(custodian, study.studyId, {
        ...{ reason, hasByteOrderMark: false, language: 'en' },
      }),
    );
  });

  it.each(['change', 'reliability'] as const)(
    'join the pairs of the archive of %s by nothing',
    async (analysis) => {
      const request = { studyId: study.studyId, analysis, search: new URLSearchParams() };
      await settle(workspace, () => getAnalysisPage(custodian, reader, request));
      const { body } = await reproduceAnalysis(custodian, reader, request, reason);
      const { files } = await JSZip.loadAsync(body);
      expect(Object.keys(files)).toContain('data.csv');
      for (const file of Object.values(files)) {
        const content = await file.async('string');
        // It names the study and the run by their ids.
        const isAbout = file.name === 'about.json';
        expectNone(file.name, isAbout ? content.replaceAll(/"[0-9a-f-]{36}"/g, '') : content);
        if (isAbout) expect(pseudonyms.filter((one) => content.includes(one))).toEqual([]);
      }
    },
  );
});

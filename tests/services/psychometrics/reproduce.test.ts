import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { desc, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { getAnalysisPage } from '#app/services/psychometrics/get-analysis-page.server.ts';
import { reproduceAnalysis } from '#app/services/psychometrics/reproduce/reproduce-analysis.server.ts';
import type { Member } from '#db/actor.server.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { settle } from '#tests/services/results/settle.ts';
import {
  addResponses,
  closeWaves,
  createStudy,
  drawPeople,
  type FieldedStudy,
} from '#tests/services/results/fielded-study.ts';
import { getAnalysisReaderFor } from '#tests/services/results/reader-for.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';

const reader = getAnalysisReaderFor('en');
const reason = 'A reviewer asked to see the numbers again';

describeOnDatabases('the archive of an analysis', () => {
  let workspace: Workspace;
  let researcher: Member;
  let custodian: Member;
  let study: FieldedStudy;

  const request = () => ({
    studyId: study.studyId,
    analysis: 'reliability' as const,
    search: new URLSearchParams('scale=total'),
  });

  async function archived(member: Member, why?: string) {
    const { body } = await reproduceAnalysis(member, reader, request(), why);
    const { files } = await JSZip.loadAsync(body);
    const texts = await Promise.all(
      Object.values(files).map(async (file) => [file.name, await file.async('string')] as const),
    );
    return Object.fromEntries(texts);
  }

  const compute = () => settle(workspace, () => getAnalysisPage(researcher, reader, request()));

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['East', 'North']);
    researcher = await createMember(workspace, 'researcher');
    custodian = await createMember(workspace, 'data-custodian');
    study = await createStudy(workspace);
    await addResponses(workspace, study, drawPeople(workspace, 120, 4), { seed: 4 });
    await compute();
  });

  it('has no answers for whom may not export them, nor while the wave is open', async () => {
    for (const member of [researcher, custodian]) {
      const files = await archived(member);
      expect(Object.keys(files)).not.toContain('data.csv');
      expect(files['about.json']).toContain(
        member === researcher ? '"not-permitted"' : '"wave-open"',
      );
    }
  });

  it('has the answers of a closed wave, for a reason that stands in the audit trail', async () => {
    await closeWaves(workspace, study);
    await compute();
    await expect(archived(custodian)).rejects.toMatchObject({ reason: 'reason-required' });
    const files = await archived(custodian, reason);
    const [header, ...rows] = (files['data.csv'] ?? '').trim().split('\n');
    expect(header?.split(',')).toHaveLength(9);
    expect(rows).toHaveLength(120);
    expect(rows).toEqual([...rows].sort());
    expect(Object.keys(await archived(researcher))).not.toContain('data.csv');
    const entries = await withActor(
      { kind: 'system', organisationId: workspace.organisationId },
      (tx) =>
        tx
          .select({ detail: auditEntries.detail })
          .from(auditEntries)
          .where(eq(auditEntries.action, 'analysis.reproduced'))
          .orderBy(desc(auditEntries.number)),
    );
    expect(entries.map(({ detail }) => detail)).toContainEqual(
      expect.objectContaining({ reason, rows: 120 }),
    );
  });

  it('names the hash of every file', async () => {
    const files = await archived(custodian, reason);
    const { SHA256SUMS: sums = '', ...others } = files;
    const lines = Object.entries(others).map(([name, text]) => {
      return `${createHash('sha256').update(text).digest('hex')}  ${name}`;
    });
    expect(sums.trim().split('\n').sort()).toEqual(lines.sort());
    expect(files['reproduce.R']).toContain('psych::alpha');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(JSON.parse(files['about.json'] ?? '')).toMatchObject({ attune: version });
    expect(files['codebook.csv']).toContain('nai.1,1–5');
  });

  it('is not there before there is a result', async () => {
    const other = { ...request(), search: new URLSearchParams('scale=clinical-benefit') };
    await expect(reproduceAnalysis(custodian, reader, other, reason)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { buffer, text } from 'node:stream/consumers';
import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { exportCodebook } from '#app/services/exports/export-codebook.server.ts';
import {
  exportInputSchema,
  exportResponses,
} from '#app/services/exports/export-responses.server.ts';
import { safeText } from '#app/services/exports/csv-cells.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import { queryRows } from '#db/database.ts';
import { memberRoles } from '#db/schema/membership.ts';
import type { Member } from '#db/actor.server.ts';
import {
  addResponses,
  createStudy,
  drawPeople,
  type FieldedStudy,
} from '#tests/services/results/fielded-study.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';

const input = { reason: 'Answers for the annual report', hasByteOrderMark: false };
const k = 10;

describeOnDatabases('exporting responses', () => {
  let workspace: Workspace;
  let custodian: Member;

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['North', '=South', 'Hill']);
    custodian = await createMember(workspace, 'data-custodian');
  });

  async function fielded(n: number, seed = 7) {
    const study = await createStudy(workspace, { state: 'closed' });
    await addResponses(workspace, study, drawPeople(workspace, n, seed));
    return study;
  }

  async function rowsOf(study: FieldedStudy) {
    const csv = await text(await exportResponses(custodian, study.studyId, input));
    return parse<Record<string, string>>(csv, { columns: true });
  }

  const auditOf = (studyId: string) =>
    withActor(custodian, (tx) =>
      queryRows<{ action: string; actor: string; detail: Record<string, unknown> }>(
        tx,
        sql`select action, actor, detail from audit_entries where subject_id = ${studyId} order by number`,
      ),
    );

  const items = nurseAiReadiness.items.map(({ id }) => id);

  it('leaves nobody standing alone, whatever the answers', async () => {
    for (const [n, seed] of [
      [60, 1],
      [150, 2],
      [600, 3],
    ] as const) {
      const study = await fielded(n, seed);
      const rows = await rowsOf(study);
      expect(rows.length).toBe(n);
      const classes = new Map<string, number>();
      for (const row of rows) {
        const identifying = Object.entries(row).filter(([column]) => !items.includes(column));
        const key = JSON.stringify(identifying);
        classes.set(key, (classes.get(key) ?? 0) + 1);
      }
      expect(Math.min(...classes.values())).toBeGreaterThanOrEqual(k);
    }
  });

  it('holds the codes of every item, no identifier, and an order of its own', async () => {
    const study = await fielded(200);
    const [first, second] = [await rowsOf(study), await rowsOf(study)];
    const codesOf = (rows: Record<string, string>[]) =>
      rows.map((row) => items.map((id) => Number(row[id])).join());
    const stored = await withActor(custodian, (tx) =>
      queryRows<{ id: string; item_codes: number[] }>(
        tx,
        sql`select id, item_codes from responses where study_id = ${study.studyId}`,
      ),
    );
    expect(codesOf(first).sort()).toEqual(stored.map((row) => row.item_codes.join()).sort());
    expect(codesOf(first)).not.toEqual(codesOf(second));
    const csv = JSON.stringify(first);
    for (const { id } of stored) expect(csv).not.toContain(id);
  });

  it('disarms text that a spreadsheet would run', async () => {
    for (const cell of ['=1+1', '+1', '-1', '@x', '\tx']) expect(safeText(cell)).toBe(`'${cell}`);
    expect(safeText('North')).toBe('North');
    const rows = await rowsOf(await fielded(300));
    expect(new Set(rows.map(({ site }) => site))).toContain("'=South");
    expect(Object.keys(rows[0] ?? {})).toContain('nai-1');
  });

  it('is withheld below the minimum, which is audited as well', async () => {
    const study = await fielded(9);
    await expect(exportResponses(custodian, study.studyId, input)).rejects.toMatchObject({
      reason: 'export-below-minimum',
    });
    expect(await auditOf(study.studyId)).toMatchObject([
      { action: 'responses.export-withheld', detail: { reason: input.reason } },
    ]);
  });

  it('is audited with its reason, which must be one', async () => {
    const study = await fielded(60);
    await rowsOf(study);
    expect(await auditOf(study.studyId)).toMatchObject([
      {
        action: 'responses.exported',
        actor: custodian.userId,
        detail: { reason: input.reason, file: 'responses' },
      },
    ]);
    for (const reason of ['', '   ', 'because', 'x'.repeat(501)]) {
      expect(exportInputSchema.safeParse({ ...input, reason }).success).toBe(false);
    }
  });

  it('is the data custodian’s alone', async () => {
    const study = await fielded(60);
    for (const role of memberRoles.filter((other) => other !== 'data-custodian')) {
      const member = await createMember(workspace, role);
      await expect(exportResponses(member, study.studyId, input), role).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    const scoped = await createMember(workspace, 'data-custodian', workspace.siteIds.slice(0, 1));
    await expect(exportResponses(scoped, study.studyId, input)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const stranger = await createMember(await createWorkspace(), 'data-custodian');
    await expect(exportResponses(stranger, study.studyId, input)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await auditOf(study.studyId)).toEqual([]);
  });

  it('ends after so many in an hour', async () => {
    const busy = await createMember(workspace, 'data-custodian');
    const study = await fielded(12);
    for (let count = 0; count < 30; count += 1) {
      await exportResponses(busy, study.studyId, input);
    }
    await expect(exportResponses(busy, study.studyId, input)).rejects.toMatchObject({
      code: 'too-many-requests',
    });
  });

  it('begins with a byte order mark where asked', async () => {
    const study = await fielded(60);
    const bytes = await buffer(
      await exportResponses(custodian, study.studyId, { ...input, hasByteOrderMark: true }),
    );
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('comes with a codebook in the language asked for', async () => {
    const study = await fielded(150);
    const options = { ...input, language: 'kk' as const };
    const csv = await exportCodebook(custodian, study.studyId, options);
    const lines = parse(csv);
    const meaning = (variable: string, value: string) =>
      lines.find((line) => line[0] === variable && line[1] === value)?.[2];
    expect(meaning('nai-1', '')).toBe(nurseAiReadiness.items[0]?.stem.kk);
    const [option] = nurseAiReadiness.optionSets[0]?.options ?? [];
    expect(meaning('nai-1', '1')).toContain(option?.label.kk);
    for (const code of ['-1', '-2', '-3', '-4', '-5']) expect(meaning('', code)).toBeTruthy();
    expect(meaning('total', '')).toContain('nai-9');
    const rows = await rowsOf(study);
    for (const column of ['day', 'language', 'role', 'experience']) {
      const isThere = Object.keys(rows[0] ?? {}).includes(column);
      const isSaid = lines.some((line) => line[0] === column && line[1] === '' && line[2]);
      expect(isThere || isSaid, column).toBe(true);
    }
  });
});

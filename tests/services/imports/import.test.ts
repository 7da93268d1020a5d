import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { confirmImport } from '#app/services/imports/confirm-import.server.ts';
import { discardImport } from '#app/services/imports/discard-import.server.ts';
import { getImport } from '#app/services/imports/get-import.server.ts';
import { getImportView } from '#app/services/imports/get-import-view.server.ts';
import { purgeImportDrafts } from '#app/services/imports/purge-import-drafts.server.ts';
import { saveMapping } from '#app/services/imports/save-mapping.server.ts';
import { uploadImport } from '#app/services/imports/upload-import.server.ts';
import { withActor } from '#app/database.server.ts';
import { queryRows } from '#db/database.ts';
import { createStudy, type FieldedStudy } from '#tests/services/results/fielded-study.ts';
import { getReaderFor } from '#tests/services/results/reader-for.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import type { Member } from '#db/actor.server.ts';

const header = 'site,language,nai-1,nai-2,nai-3,nai-4,nai-5,nai-6,nai-7,nai-8,nai-9,role';

function file(...rows: string[]): Uint8Array {
  return new TextEncoder().encode([header, ...rows].join('\n'));
}

const good = [
  'North,en,1,2,3,4,5,1,2,3,4,1',
  'South,kk,2,2,,4,-3,1,2,3,4,',
  'North,ru,5,5,5,5,5,5,5,5,5,6',
];

describeOnDatabases('importing responses', () => {
  let workspace: Workspace;
  let researcher: Member;
  let study: FieldedStudy;

  beforeAll(async () => {
    workspace = await createWorkspace();
    researcher = await createMember(workspace, 'researcher');
    study = await createStudy(workspace);
  });

  const upload = (bytes: Uint8Array, studyId = study.studyId, member = researcher) =>
    uploadImport(member, { studyId, fileName: 'answers.csv', bytes });

  const stored = (studyId: string) =>
    withActor({ kind: 'system', organisationId: workspace.organisationId }, (tx) =>
      queryRows<{
        item_codes: number[];
        origin: string;
        answers: Record<string, unknown>;
        covariates: Record<string, unknown>;
        day: string;
      }>(
        tx,
        sql`select item_codes, origin, answers, covariates, day::text from responses where study_id = ${studyId}`,
      ),
    );

  it('stores every row of a file once, as imported', async () => {
    const own = await createStudy(workspace);
    const draftId = await upload(file(...good), own.studyId);
    const { checked, table } = await getImport(researcher, { studyId: own.studyId, draftId });
    expect(checked.rejected).toEqual([]);
    expect(table.rows).toHaveLength(3);
    expect(await confirmImport(researcher, { studyId: own.studyId, draftId })).toBe(3);
    const rows = await stored(own.studyId);
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ origin }) => origin))).toEqual(new Set(['imported']));
    const second = rows.find(({ item_codes: codes }) => codes[4] === -3);
    expect(second?.item_codes).toEqual([2, 2, -2, 4, -3, 1, 2, 3, 4]);
    expect(second?.answers['nai-5']).toEqual({ missing: 'prefer-not-to-say' });
    expect(second?.covariates).toEqual({
      role: null,
      experience: null,
      'ai-training': null,
      'ai-understanding': null,
    });
    await expect(upload(file(...good), own.studyId)).rejects.toMatchObject({
      reason: 'import-same-file',
    });
  });

  it('refuses the second of two uploads of one file at the confirmation', async () => {
    const own = await createStudy(workspace);
    const params = { studyId: own.studyId };
    const [first, second] = [
      await upload(file(...good), own.studyId),
      await upload(file(...good), own.studyId),
    ];
    await confirmImport(researcher, { ...params, draftId: first });
    await expect(confirmImport(researcher, { ...params, draftId: second })).rejects.toMatchObject({
      reason: 'import-same-file',
    });
    expect(await stored(own.studyId)).toHaveLength(3);
  });

  it('lists every rejected row with its line and reason, and then stores nothing', async () => {
    const draftId = await upload(
      file(
        good[0] ?? '',
        'North,en,7,2,3,4,5,1,2,3,4,1',
        'North,en,1,2',
        '',
        'Elsewhere,en,1,2,3,4,5,1,2,3,4,1',
        'North,fr,1,2,3,4,5,1,2,3,4,1',
        'North,en,,,,,,,,,,1',
        '"North",en,1,2,3,4,5,1,2,3,"4\n",1',
        'North,en,1,2,3,4,5,1,2,3,four,1',
      ),
    );
    const { checked } = await getImport(researcher, { studyId: study.studyId, draftId });
    expect(checked.rejected.map(({ line, reason, column }) => [line, reason, column])).toEqual([
      [3, 'unknown-value', 'nai-1'],
      [4, 'column-count', ''],
      [6, 'unknown-value', 'site'],
      [7, 'unknown-value', 'language'],
      [8, 'no-answers', ''],
      [11, 'unknown-value', 'nai-9'],
    ]);
    expect(checked.unknownValues['options:agreement']).toEqual([
      { value: '7', columns: ['nai-1'] },
      { value: 'four', columns: ['nai-9'] },
    ]);
    const before = (await stored(study.studyId)).length;
    await expect(
      confirmImport(researcher, { studyId: study.studyId, draftId }),
    ).rejects.toMatchObject({ reason: 'import-rows-rejected' });
    expect(await stored(study.studyId)).toHaveLength(before);
  });

  it('says all that is wrong with a row, and what has to be said for all rows once', async () => {
    const own = await createStudy(workspace, { waves: 2 });
    const draftId = await upload(
      file(good[0] ?? '', 'Elsewhere,fr,8,9,3,4,5,1,2,3,4,1', ',en,8,2,3,4,5,1,2,3,4,'),
      own.studyId,
    );
    const params = { studyId: own.studyId, draftId };
    const { checked, mapping } = await getImport(researcher, params);
    expect(checked).toMatchObject({ missingPlaces: ['wave'], rejectedRows: 2, accepted: [] });
    expect(checked.rejected.map(({ line, reason, column }) => [line, reason, column])).toEqual([
      [3, 'unknown-value', 'site'],
      [3, 'unknown-value', 'language'],
      [3, 'unknown-value', 'nai-1'],
      [3, 'unknown-value', 'nai-2'],
      [4, 'unknown-value', 'site'],
      [4, 'unknown-value', 'nai-1'],
    ]);
    await saveMapping(researcher, {
      ...params,
      mapping: { ...mapping, fixed: { ...mapping.fixed, wave: own.waveIds[1] ?? '' } },
    });
    const { checked: said } = await getImport(researcher, params);
    expect(said.missingPlaces).toEqual([]);
    const view = await getImportView(researcher, getReaderFor('de'), params);
    expect(view.places.language.map(({ label }) => label)).toContain('Қазақша');
    expect(view.unknown.find(({ group }) => group.startsWith('options:'))?.values).toEqual([
      { value: '8', columns: ['nai-1'], said: null },
      { value: '9', columns: ['nai-2'], said: null },
    ]);
  });

  it('takes columns and values to be what the importer says', async () => {
    const own = await createStudy(workspace);
    const text = 'q1;q2;where;when\n0;4;N;2026-01-31\n9;0;N;2026-02-30\n';
    const draftId = await upload(new TextEncoder().encode(text), own.studyId);
    const params = { studyId: own.studyId, draftId };
    const first = await getImport(researcher, params);
    expect(first.table.delimiter).toBe(';');
    expect(first.mapping.columns).toEqual(['ignore', 'ignore', 'ignore', 'ignore']);
    await saveMapping(researcher, {
      ...params,
      mapping: {
        columns: ['item:nai-1', 'item:nai-2', 'site', 'day'],
        fixed: { site: null, language: 'kk', wave: own.waveIds[0] ?? null, day: null },
        values: {
          'options:agreement': { '0': '1', '4': '5', '9': '-2' },
          site: { N: workspace.siteIds[0] ?? '' },
        },
      },
    });
    const { checked } = await getImport(researcher, params);
    expect(checked.rejected).toEqual([
      { line: 3, reason: 'wrong-day', column: 'day', value: '2026-02-30' },
    ]);
    expect(checked.accepted[0]).toMatchObject({
      itemCodes: [1, 5, -1, -1, -1, -1, -1, -1, -1],
      language: 'kk',
      day: '2026-01-31',
      siteId: workspace.siteIds[0],
    });
    await expect(
      saveMapping(researcher, {
        ...params,
        mapping: { ...first.mapping, columns: ['site', 'site', 'ignore', 'ignore'] },
      }),
    ).rejects.toMatchObject({ reason: 'import-column-twice' });
  });

  it('refuses what is no UTF-8 table', async () => {
    const refusals: [Uint8Array, string][] = [
      [new Uint8Array([0xff, 0xfe, 0x41, 0x00]), 'import-not-utf8'],
      [new TextEncoder().encode('a,b\u0000'), 'import-not-utf8'],
      [new TextEncoder().encode('  \n'), 'import-empty'],
      [new TextEncoder().encode(header), 'import-empty'],
      [new TextEncoder().encode('a,b\n"open,1\n'), 'import-not-csv'],
    ];
    for (const [bytes, reason] of refusals) {
      await expect(upload(bytes), reason).rejects.toMatchObject({ reason });
    }
  });

  it('refuses a closed study, other roles, other sites and other members’ files', async () => {
    const closed = await createStudy(workspace, { state: 'closed' });
    await expect(upload(file(...good), closed.studyId)).rejects.toMatchObject({
      reason: 'import-study-closed',
    });
    const auditor = await createMember(workspace, 'auditor');
    await expect(upload(file(...good), study.studyId, auditor)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const northern = await createMember(workspace, 'researcher', workspace.siteIds.slice(0, 1));
    const narrow = await upload(file(...good), study.studyId, northern);
    const seen = await getImport(northern, { studyId: study.studyId, draftId: narrow });
    expect(seen.checked.rejected).toEqual([
      { line: 3, reason: 'unknown-value', column: 'site', value: 'South' },
    ]);
    await expect(
      getImport(researcher, { studyId: study.studyId, draftId: narrow }),
    ).rejects.toMatchObject({ reason: 'import-gone' });
    const outsider = await createMember(await createWorkspace(), 'researcher');
    await expect(upload(file(...good), study.studyId, outsider)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('forgets a discarded file, and one nobody decided about', async () => {
    const params = { studyId: study.studyId };
    const discarded = await upload(file(...good));
    await discardImport(researcher, discarded);
    await expect(getImport(researcher, { ...params, draftId: discarded })).rejects.toMatchObject({
      reason: 'import-gone',
    });
    const old = await upload(file(...good));
    const fresh = await upload(file(...good));
    await withActor(researcher, (tx) =>
      tx.execute(
        sql`update import_drafts set created_at = now() - interval '25 hours' where id = ${old}`,
      ),
    );
    await purgeImportDrafts();
    await expect(getImport(researcher, { ...params, draftId: old })).rejects.toMatchObject({
      reason: 'import-gone',
    });
    expect((await getImport(researcher, { ...params, draftId: fresh })).checked.rejected).toEqual(
      [],
    );
  });

  it('is audited', async () => {
    const own = await createStudy(workspace);
    const draftId = await upload(file(...good), own.studyId);
    await confirmImport(researcher, { studyId: own.studyId, draftId });
    const entries = await withActor(researcher, (tx) =>
      queryRows<{ action: string; actor: string; detail: { rows: number } }>(
        tx,
        sql`select action, actor, detail from audit_entries where subject_id = ${own.studyId}`,
      ),
    );
    expect(entries).toMatchObject([
      { action: 'responses.imported', actor: researcher.userId, detail: { rows: 3 } },
    ]);
  });
});

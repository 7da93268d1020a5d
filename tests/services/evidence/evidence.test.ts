import { beforeAll, expect, it } from 'vitest';
import { addEvidence } from '#app/services/evidence/add-evidence.server.ts';
import { readEvidenceForm } from '#app/services/evidence/evidence-input.ts';
import { getDossier } from '#app/services/evidence/get-dossier.server.ts';
import { removeEvidence } from '#app/services/evidence/remove-evidence.server.ts';
import { listInstruments } from '#app/services/instruments/list-instruments.server.ts';
import { withActor } from '#app/database.server.ts';
import type { Member } from '#db/actor.server.ts';
import { insertVersion } from '#db/queries/instrument.server.ts';
import { instrumentVersions } from '#db/schema/instrument.ts';
import type { EvidenceKind } from '#surveys/evidence/evidence.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { createStudy } from '#tests/services/results/fielded-study.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';

function filled(fields: Record<string, string | readonly string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
  }
  return form;
}

const common = {
  ...{ language: 'de', population: 'Nurses', n: '240', on: '2026-05-30' },
  ...{ source: 'recorded', by: 'A. Example and B. Example' },
};
const translated = {
  ...common,
  steps: ['two-forward-translations', 'reconciliation', 'cognitive-debriefing'],
  debriefed: '6',
};

function read(kind: EvidenceKind, fields: Record<string, string | readonly string[]>) {
  const found = readEvidenceForm(kind, filled(fields));
  if (!found.ok) throw new Error(found.fields.join());
  return found.evidence;
}

describeOnDatabases('the dossier of an instrument', () => {
  let workspace: Workspace;
  let researcher: Member;
  let instrumentId: string;

  beforeAll(async () => {
    workspace = await createWorkspace();
    researcher = await createMember(workspace, 'researcher');
    await createStudy(workspace);
    const { instruments } = await listInstruments(researcher);
    instrumentId = instruments[0]?.instrumentId ?? '';
  });

  const part = async (language: string, population: string) => {
    const { parts } = await getDossier(researcher, instrumentId);
    return parts.find((one) => one.language === language && one.population === population);
  };

  it('has a place for every language before anything is known', async () => {
    const { parts } = await getDossier(researcher, instrumentId);
    expect(parts).toHaveLength(7);
    expect(new Set(parts.map(({ own }) => own.rung))).toEqual(new Set(['draft']));
  });

  it('climbs by what is done here, and says apart what published evidence would add', async () => {
    await addEvidence(researcher, instrumentId, read('translation', translated));
    const structure = {
      ...{ ...common, source: 'published', doi: 'https://doi.org/10.1000/example.1' },
      ...{ model: 'f =~ a + b', estimator: 'WLSMV', items: '9', isProper: 'yes' },
      ...{ cfi: '0,97', tli: '0.96', rmsea: '0.05', srmr: '' },
    };
    await addEvidence(researcher, instrumentId, read('structure', structure));
    const alpha = { ...common, scale: 'Total', coefficient: 'alpha', value: '0.84' };
    await addEvidence(researcher, instrumentId, read('internal-consistency', alpha));
    const german = await part('de', 'Nurses');
    expect(german?.own).toEqual({ rung: 'linguistically-validated', lacks: ['structure'] });
    expect(german?.withPublished.rung).toBe('structure-supported');
    const fit = german?.entries.find(({ finding }) => finding.kind === 'structure');
    expect(fit).toMatchObject({
      fit: { cosmin: true, huBentler: false },
      origin: { source: 'published', doi: '10.1000/example.1' },
      finding: { cfi: 0.97, srmr: null },
    });
  });

  it('keeps the same evidence once, however often it is sent', async () => {
    const input = read('translation', translated);
    await Promise.all([1, 2, 3].map(() => addEvidence(researcher, instrumentId, input)));
    const entries = (await part('de', 'Nurses'))?.entries ?? [];
    expect(entries.filter(({ finding }) => finding.kind === 'translation')).toHaveLength(1);
  });

  it('names the fields that make no sense, and stores nothing', () => {
    const wrong = (kind: EvidenceKind, fields: Record<string, string | readonly string[]>) => {
      const found = readEvidenceForm(kind, filled(fields));
      return found.ok ? [] : found.fields;
    };
    expect(wrong('translation', { ...translated, steps: [] })).toEqual(['steps']);
    expect(wrong('retest', { ...common, coefficient: 'icc', value: '8', weeks: '' })).toEqual([
      'value',
      'weeks',
    ]);
    const published = { ...common, source: 'published', doi: 'not a doi', value: '.8' };
    expect(
      wrong('internal-consistency', { ...published, scale: 'Total', coefficient: 'alpha' }),
    ).toEqual(['doi']);
    const computed = { ...translated, source: 'computed', runId: instrumentId };
    expect(wrong('translation', computed)).toEqual(['by']);
    const bare = { ...common, model: 'f =~ a + b', items: '9' };
    expect(wrong('structure', bare)).toEqual(['estimator', 'isProper']);
    expect(wrong('translation', { ...translated, on: '2026-02-31', n: '0' })).toEqual(['n', 'on']);
  });

  it('lets evidence expire in the language whose items were changed', async () => {
    const english = {
      ...common,
      language: 'en',
      scale: 'Total',
      coefficient: 'alpha',
      value: '0.9',
    };
    await addEvidence(researcher, instrumentId, read('internal-consistency', english));
    const changed: Instrument = structuredClone(nurseAiReadiness);
    const [first] = changed.items;
    if (first) first.stem.de = 'Ein anderer Satz über künstliche Intelligenz.';
    const { organisationId } = workspace;
    await withActor({ kind: 'system', organisationId }, async (tx) => {
      const address = { organisationId, instrumentId, number: 2 };
      await insertVersion(tx, { ...address, document: changed, contentHash: 'changed' });
    });
    expect((await part('de', 'Nurses'))?.own.rung).toBe('linguistically-validated');
    await withActor({ kind: 'system', organisationId }, (tx) =>
      tx.insert(instrumentVersions).values({
        ...{ organisationId, instrumentId, number: 3, state: 'published' },
        ...{ document: changed, contentHash: 'published' },
      }),
    );
    const german = await part('de', 'Nurses');
    expect(german?.own.rung).toBe('draft');
    expect(german?.entries.every(({ isExpired }) => isExpired)).toBe(true);
    expect((await part('en', 'Nurses'))?.entries[0]?.isExpired).toBe(false);
  });

  it('is kept by researchers, read by members, and nobody else’s', async () => {
    const entry = (await part('en', 'Nurses'))?.entries[0];
    const input = read('translation', translated);
    for (const role of ['translator', 'board-chair', 'auditor'] as const) {
      const member = await createMember(workspace, role);
      const { mayManage } = await getDossier(member, instrumentId);
      expect(mayManage, role).toBe(false);
      await expect(addEvidence(member, instrumentId, input)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    const stranger = await createMember(await createWorkspace(), 'researcher');
    await expect(getDossier(stranger, instrumentId)).rejects.toMatchObject({ code: 'not-found' });
    const removal = { instrumentId, id: entry?.id ?? '' };
    await expect(removeEvidence(stranger, removal)).rejects.toMatchObject({ code: 'not-found' });
    await removeEvidence(researcher, removal);
    expect((await part('en', 'Nurses')) ?? null).toBeNull();
  });
});

import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { fromItemCodes } from '#surveys/model/answers.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import { scoringRecipeVersion } from '#surveys/scoring/score-response.ts';
import { instruments, instrumentVersions } from '#db/schema/instrument.ts';
import { responses } from '#db/schema/response.ts';
import { studies, studySites, waves, type ResponseMode } from '#db/schema/study.ts';
import { withActor } from '#app/database.server.ts';
import type { Workspace } from '#tests/support/workspace.ts';

export type FieldedStudy = { studyId: string; waveIds: string[] };

type StudyOptions = {
  instrument?: Instrument;
  waves?: number;
  languages?: string[];
  covariates?: string[];
  responseMode?: ResponseMode;
  minimumCellSize?: number;
  state?: 'draft' | 'open' | 'closed';
};

/** A study in the state in which responses arrive, with its instrument published. */
export async function createStudy(
  workspace: Workspace,
  options: StudyOptions = {},
): Promise<FieldedStudy> {
  const { organisationId, siteIds } = workspace;
  const { instrument = nurseAiReadiness, state = 'open' } = options;
  const ids = { instrumentId: randomUUID(), versionId: randomUUID(), studyId: randomUUID() };
  const waveIds = Array.from({ length: options.waves ?? 1 }, () => randomUUID());
  await withActor({ kind: 'system', organisationId }, async (tx) => {
    await tx
      .insert(instruments)
      .values({ organisationId, id: ids.instrumentId, slug: `${instrument.slug}-${ids.studyId}` });
    await tx.insert(instrumentVersions).values({
      organisationId,
      id: ids.versionId,
      instrumentId: ids.instrumentId,
      number: 1,
      state: 'published',
      document: instrument,
      contentHash: 'published',
    });
    await tx.insert(studies).values({
      organisationId,
      id: ids.studyId,
      title: { en: 'Readiness' },
      instrumentVersionId: ids.versionId,
      languages: options.languages ?? ['en', 'kk', 'ru'],
      covariates: options.covariates ?? ['role', 'experience'],
      responseMode: options.responseMode ?? 'anonymous-linked',
      minimumCellSize: options.minimumCellSize ?? 10,
      state,
      linkingSecret: 'a secret of this study',
    });
    await tx
      .insert(studySites)
      .values(siteIds.map((siteId) => ({ organisationId, studyId: ids.studyId, siteId })));
    await tx.insert(waves).values(
      waveIds.map((id, index) => ({
        organisationId,
        id,
        studyId: ids.studyId,
        number: index + 1,
        name: `Wave ${index + 1}`,
        state: 'open' as const,
      })),
    );
  });
  return { studyId: ids.studyId, waveIds };
}

/** Without the move of waiting answers, which these studies do not have. */
export async function closeWaves(
  workspace: Workspace,
  { waveIds }: Pick<FieldedStudy, 'waveIds'>,
): Promise<void> {
  await withActor({ kind: 'system', organisationId: workspace.organisationId }, (tx) =>
    tx.update(waves).set({ state: 'closed' }).where(inArray(waves.id, waveIds)),
  );
}

export type Person = {
  siteId: string;
  language: string;
  role: number | null;
  experience: number | null;
  linkHash?: string;
  pseudonymId?: string;
};

/** Answers of the people given, one response each, from a generator that a seed makes the same again. */
export async function addResponses(
  workspace: Workspace,
  study: FieldedStudy,
  people: readonly Person[],
  options: {
    waveId?: string;
    seed?: number;
    illegalCode?: number;
    /** How much higher somebody answers an item than their trait says. */
    shift?: (person: Person, item: number) => number;
    origin?: 'synthetic' | 'imported' | 'real';
    instrument?: Instrument;
  } = {},
): Promise<string[]> {
  const { waveId = study.waveIds[0] ?? '', seed = 1, illegalCode, shift } = options;
  const { origin = 'synthetic', instrument = nurseAiReadiness } = options;
  const random = seededGenerator(seed);
  const rows = people.map((person) => {
    const trait = random() + random() - 1;
    const itemCodes = instrument.items.map((_, item) => {
      if (illegalCode !== undefined) return illegalCode;
      if (random() < 0.03) return -2;
      const level = 3.2 + (shift?.(person, item) ?? 0);
      return Math.min(5, Math.max(1, Math.round(level + 1.4 * trait + 2 * (random() - 0.5))));
    });
    return {
      organisationId: workspace.organisationId,
      id: randomUUID(),
      studyId: study.studyId,
      waveId,
      siteId: person.siteId,
      language: person.language,
      register: 'standard' as const,
      completionMode: 'self' as const,
      origin,
      day: '2026-11-02',
      answers: fromItemCodes(instrument, itemCodes),
      itemCodes,
      covariates: {
        role: person.role,
        experience: person.experience,
        'ai-training': null,
        'ai-understanding': null,
      },
      scoringRecipeVersion,
      linkHash: person.linkHash ?? null,
      pseudonymId: person.pseudonymId ?? null,
    };
  });
  await withActor({ kind: 'system', organisationId: workspace.organisationId }, async (tx) => {
    for (let start = 0; start < rows.length; start += 500) {
      await tx.insert(responses).values(rows.slice(start, start + 500));
    }
  });
  return rows.map(({ id }) => id);
}

/** People spread unevenly over sites, languages and covariates: some groups are small. */
export function drawPeople(workspace: Workspace, n: number, seed = 7): Person[] {
  const random = seededGenerator(seed);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(values.length * random() ** 2)];
    if (value === undefined) throw new Error('there is something to pick from');
    return value;
  };
  return Array.from({ length: n }, () => ({
    siteId: pick(workspace.siteIds),
    language: pick(['en', 'kk', 'ru']),
    role: pick([1, 2, 3, 4, 5, 6, null]),
    experience: pick([1, 2, 3, 4, 5, null]),
  }));
}

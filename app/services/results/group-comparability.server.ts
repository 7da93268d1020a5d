import type { Member } from '#db/actor.server.ts';
import { findOverride } from '#db/queries/comparability-override.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { listIn } from '../../i18n/isolate.ts';
import { can } from '../../permissions.ts';
import type { Comparability } from '../psychometrics/comparability.ts';
import { comparabilitySentence } from '../psychometrics/comparability-words.ts';
import { ensureComparability } from '../psychometrics/ensure-comparability.server.ts';
import type { RunFacts } from './present-frame.ts';
import type { Reader } from './reader.server.ts';
import type { WaveView } from './wave-view.server.ts';
import { wordOf } from './wording.ts';

export type ComparisonNotes = {
  /** Scales whose comparison the answers refute, with the reason. */
  locked: { id: string; title: string; reason: string }[];
  /** Why the comparison of a scale could not be tested. */
  caveats: string[];
  /** Who decided to see locked scales compared all the same, and why. */
  override: { by: string; on: string; reason: string } | null;
  mayOpen: boolean;
  /** The test that is still being computed. */
  run: RunFacts | null;
};

export type GroupComparability = {
  /** Null: no comparison of this scale is shown, because it is refuted or still being tested. */
  of: (scaleId: string) => ScaleComparison | null;
  notes: ComparisonNotes;
};

/** How a scale is compared: with its verdict, and whether somebody overrode it. */
export type ScaleComparison = { found: Comparability; isOverridden: boolean };

async function readOverride(
  member: Member,
  reader: Reader,
  studyId: string,
  dimension: string,
): Promise<ComparisonNotes['override']> {
  const { organisationId } = member;
  const row = await withActor(member, (tx) =>
    findOverride(tx, { organisationId, studyId, dimension }),
  );
  if (!row) return null;
  const [user] = await listUsers(getDatabase(), { ids: [row.decidedBy] });
  return {
    by: user?.name ?? reader.t('comparability.somebody'),
    on: reader.date(row.createdAt),
    reason: row.reason,
  };
}

const isNotRun = (found: Comparability) => 'reason' in found && found.reason === 'not-run';

function notesOf(
  reader: Reader,
  { instrument }: ResultsStudy,
  verdicts: ReadonlyMap<string, Comparability>,
  /** What is being tested needs no words of its own. */
  isTested: boolean,
) {
  const said = instrument.scales.flatMap((scale) => {
    const found = verdicts.get(scale.id);
    if (!found) return [];
    const title = wordOf(reader, instrument, scale.title);
    return [{ id: scale.id, title, found, reason: comparabilitySentence(reader, found, title) }];
  });
  const inState = (state: Comparability['state']) =>
    said.filter(({ found }) => found.state === state);
  return {
    locked: inState('refuted').map(({ id, title, reason }) => ({ id, title, reason })),
    caveats: inState('not-testable')
      .filter(({ found }) => !(isTested && isNotRun(found)))
      .map(({ reason }) => reason),
  };
}

/** Which scales may be compared over a dimension of the wave, or over all waves, and what is said of the others. */
export async function getGroupComparability(
  member: Member,
  reader: Reader,
  view: Pick<WaveView, 'study' | 'waves' | 'current' | 'mayCompute' | 'seesWholeStudy'>,
  dimension: string,
): Promise<GroupComparability> {
  const { study, waves, current } = view;
  const wanted = dimension === 'wave' ? waves : waves.filter(({ id }) => id === current?.wave.id);
  const { byScale, pending } = await ensureComparability(member, study, {
    waveIds: wanted.map(({ id }) => id),
    dimension,
  });
  const override = await readOverride(member, reader, study.id, dimension);
  const isTested = pending?.state === 'queued' || pending?.state === 'running';
  const notes = notesOf(reader, study, byScale, isTested);
  return {
    of: (scaleId) => {
      const found = byScale.get(scaleId) ?? { state: 'not-testable', reason: 'not-run' };
      if (found.state === 'refuted' && !override) return null;
      // Shown now, it might be taken away again when the test is done.
      if (isTested && isNotRun(found)) return null;
      return { found, isOverridden: found.state === 'refuted' };
    },
    notes: {
      ...notes,
      override: notes.locked.length > 0 ? override : null,
      mayOpen: view.seesWholeStudy && can(member, 'comparisons.open'),
      run: pending && {
        id: pending.id,
        state: pending.state,
        percent: reader.percent(100 * pending.progress),
        computedOn: null,
        mayCompute: view.mayCompute && view.seesWholeStudy,
      },
    },
  };
}

/** Items of a scale that works differently are shown, group by group, with a warning. */
export async function itemWarning(
  member: Member,
  reader: Reader,
  view: WaveView,
  dimension: string,
): Promise<string | null> {
  const { locked } = (await getGroupComparability(member, reader, view, dimension)).notes;
  if (locked.length === 0) return null;
  const scales = locked.map(({ title }) => reader.t('quoted', { text: title }));
  return reader.t('comparability.items', { scales: listIn(reader.language, scales) });
}

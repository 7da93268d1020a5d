import type { Member } from '#db/actor.server.ts';
import { fewestPerGroup } from '../psychometrics/invariance-steps.ts';
import type { ChangeView } from './get-change.server.ts';
import { getGroupComparability } from './group-comparability.server.ts';
import type { RunFacts } from './present-frame.ts';
import type { Reader } from './reader.server.ts';
import { waveGroup } from './specification.ts';

export type ChangeComparability = {
  /** By scale: why its means of the two waves may not be compared. */
  locked: ReadonlyMap<string, string>;
  /** What is not known of a comparison that is shown, or who opened it against the test. */
  cautions: string[];
  /** The test while it is being computed: until then there is nothing to show. */
  pending: RunFacts | null;
};

/**
 * Whether a change of a score is a change of people, or of what the items mean to them: by the same test of
 * all waves as where the waves are compared as wholes, so that what is locked there is locked here.
 */
export async function changeComparability(
  member: Member,
  reader: Reader,
  view: Extract<ChangeView, { ok: true }>,
): Promise<ChangeComparability> {
  const { t } = reader;
  const { of, notes } = await getGroupComparability(
    member,
    reader,
    { ...view, current: null },
    waveGroup,
  );
  const { override } = notes;
  const isTested = notes.run?.state === 'queued' || notes.run?.state === 'running';
  const tested = view.study.instrument.scales.map(({ id }) => of(id)?.found);
  const untested = [view.before, view.after].filter(({ id }) =>
    tested.some((found) => found?.state === 'supported' && !found.levels.includes(id)),
  );
  const groups = untested.map(({ name }) => name).join(', ');
  return {
    locked: new Map(
      notes.locked.filter(({ id }) => of(id) === null).map(({ id, reason }) => [id, reason]),
    ),
    cautions: [
      ...notes.caveats,
      ...(groups === '' ? [] : [t('comparability.untested', { minimum: fewestPerGroup, groups })]),
      ...(override
        ? [
            ...notes.locked.map(({ reason }) => reason),
            t('comparability.openedBy', override),
            t('comparability.openedReason', override),
          ]
        : []),
    ],
    pending: isTested ? notes.run : null,
  };
}

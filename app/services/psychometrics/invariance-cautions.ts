import { waveGroup } from '../results/specification.ts';
import { levelLabel } from '../results/wording.ts';
import { stepVerdict } from './comparability.ts';
import type { InvarianceParams } from './invariance-params.ts';
import type { InvarianceReading } from './invariance-reading.ts';
import { fewestPerGroup } from './invariance-steps.ts';
import type { Shown } from './study-analysis.ts';

/** From so many groups on the cut-offs, made for two, are too strict for loadings. */
const manyGroups = 10;

/** What makes the verdict less certain than it looks. */
export function invarianceCautions(
  { reader, analysed, params: { by } }: Shown<InvarianceParams>,
  reading: InvarianceReading,
): string[] {
  const { say, number } = reader;
  const small = (by?.levels ?? []).filter(({ n }) => n < fewestPerGroup);
  const groups = small.map(({ level }) => levelLabel(reader, analysed.study, by?.id ?? '', level));
  const doubted = reading.steps.filter((step) => stepVerdict(step) === 'in-doubt');
  const count = reading.groups.length;
  return [
    ...(by?.id === waveGroup ? [say('invariance.wavesIndependent')] : []),
    ...(groups.length > 0
      ? [say('invariance.leftOut', { groups: groups.join(', '), minimum: fewestPerGroup })]
      : []),
    ...doubted.map(({ level }) =>
      say('invariance.inDoubt', { step: say(`invariance.level.${level}`) }),
    ),
    ...(count >= manyGroups ? [say('invariance.manyGroups', { groups: number(count, 0) })] : []),
    ...(reading.items === 'ordered' ? [say('invariance.cutoffsOfContinuous')] : []),
    say('sample'),
  ];
}

import type { Member } from '#db/actor.server.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Chart } from '../../components/charts/chart-types.ts';
import type { ChangeComparability } from './change-comparability.server.ts';
import { changeOf } from './change-of.ts';
import { changeRemarks } from './change-remarks.ts';
import type { NoChangeReason } from './get-change.server.ts';
import { loadChange, type ChangedWaves } from './load-change.server.ts';
import type { ResultsFilter } from './page-params.ts';
import { presentChange } from './present-change.ts';
import type { ResultsFrame } from './present-frame.ts';
import type { Reader } from './reader.server.ts';
import type { ChangeResult } from './specification.ts';
import { estimateText, suppressedText, wordOf } from './wording.ts';

export type ChangeRow = {
  id: string;
  title: string;
  withheld: string | null;
  cells: Record<string, string>;
};

export type ChangePage = {
  frame: ResultsFrame;
  refusal: NoChangeReason | null;
  waves: ChangedWaves | null;
  charts: Chart[];
  rows: ChangeRow[];
  remarks: string[];
  /** Pages that say more: tests and files of the change, and whether the waves measure the same. */
  links: { analysis: boolean; invariance: boolean };
};

function tableRows(
  reader: Reader,
  study: ResultsStudy,
  result: ChangeResult,
  { locked }: Pick<ChangeComparability, 'locked'>,
): ChangeRow[] {
  return study.instrument.scales.map((scale) => {
    const title = wordOf(reader, study.instrument, scale.title);
    const change = changeOf(result, scale.id);
    const lock = locked.get(scale.id);
    if (lock !== undefined) return { id: scale.id, title, withheld: lock, cells: {} };
    if (!change?.shown) {
      const reason = change?.reason ?? 'below-minimum';
      const withheld = suppressedText(reader, reason, study.minimumCellSize);
      return { id: scale.id, title, withheld, cells: {} };
    }
    const isTiny = change.p < 0.001;
    const cells = {
      n: reader.number(change.n, 0),
      before: reader.number(change.meanBefore, 2),
      after: reader.number(change.meanAfter, 2),
      mean: reader.signed(change.meanChange, 2),
      sd: reader.number(change.sdChange, 2),
      t: reader.number(change.t, 2),
      degreesOfFreedom: reader.number(change.degreesOfFreedom, 0),
      p: `${isTiny ? '< ' : ''}${reader.number(isTiny ? 0.001 : change.p, 3)}`,
      srm: reader.number(change.standardisedResponseMean, 2),
      dAv: estimateText(reader, change.dAv),
    };
    return { id: scale.id, title, withheld: null, cells };
  });
}

/** Waves as wholes can be compared where answers of the same people cannot. */
function linksOf({ waves, notes }: ResultsFrame, refusal: NoChangeReason | null) {
  const seesTwo = waves.length > 1 && !notes.isConfined;
  return {
    analysis: refusal === null,
    invariance: seesTwo && (refusal === null || refusal === 'mode-cannot-link'),
  };
}

/** Change within the same people between the two newest waves, or why there is none. */
export async function getChangePage(
  member: Member,
  reader: Reader,
  studyId: string,
  filter: ResultsFilter,
): Promise<ChangePage> {
  const { frame, refusal, waves, found } = await loadChange(member, reader, studyId, filter);
  const common = { frame, refusal, waves, links: linksOf(frame, refusal) };
  if (!found || !waves) return { ...common, charts: [], rows: [], remarks: [] };
  const { view, result, comparability } = found;
  return {
    ...common,
    charts: presentChange(reader, view.study, result, { waves, ...comparability }),
    rows: tableRows(reader, view.study, result, comparability),
    remarks: [...comparability.cautions, ...changeRemarks(reader, result)],
  };
}

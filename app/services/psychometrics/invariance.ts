import { dimensionField } from './group-params.ts';
import { readInvarianceParams, type InvarianceParams } from './invariance-params.ts';
import { fewestPerGroup, invarianceSteps, itemKinds, largeEnough } from './invariance-steps.ts';
import { presentInvariance } from './invariance-view.ts';
import type { AnalysisReader } from './reader.server.ts';
import { isTestable, scaleModel } from './scale-model.ts';
import { scaleField } from './scale-params.ts';
import type { AnalysedScale, StudyAnalysis } from './study-analysis.ts';

function unknownItems(
  { say }: AnalysisReader,
  { title, items }: AnalysedScale,
  unknown: readonly string[],
): string {
  const values = { scale: title, items: unknown.join(', '), all: items.join(', ') };
  return say('field.problem.items', values);
}

/** Whether the scale measures the same in every group, step by step, by named cut-offs. */
export const invariance: StudyAnalysis<InvarianceParams> = {
  readParams: readInvarianceParams,
  fields: (reader, analysed, { scale, by, items, free, freeText, unknown }) => {
    const { say } = reader;
    const dimensions = [...analysed.dimensions, ...(analysed.waves ? [analysed.waves] : [])];
    const options = itemKinds.map((kind) => ({
      value: kind,
      label: say(`invariance.items.${kind}`),
    }));
    return [
      scaleField(reader, analysed, scale),
      ...dimensionField(reader, { dimensions }, by),
      { kind: 'select', name: 'items', label: say('field.items'), value: items, options },
      {
        ...{ kind: 'line', name: 'free', label: say('field.free') },
        hint: say('field.freeHint'),
        ...(unknown.length === 0
          ? { value: free.join(', ') }
          : { value: freeText, error: unknownItems(reader, scale, unknown) }),
      },
    ];
  },
  acrossWaves: true,
  groups: ({ by }) => (by ? [by.id] : []),
  steps: ({ say }, { study }, { scale, by, items, free }) => {
    if (!by) return { notPossible: say('noDimension') };
    if (!isTestable(scaleModel(study.instrument, scale))) {
      return { notPossible: say('invariance.tooFewItems') };
    }
    const levels = largeEnough(by.levels);
    if (levels.length < 2) {
      return { notPossible: say('invariance.tooFewPerGroup', { minimum: fewestPerGroup }) };
    }
    return invarianceSteps(study.instrument, { scale, dimension: by.id, levels, items, free });
  },
  present: presentInvariance,
};

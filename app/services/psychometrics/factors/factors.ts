import { correlationKinds } from '#analysis/correlations/correlation-of-items.ts';
import type { NotEstimable } from '#analysis/estimate.ts';
import type { ExploratoryReport } from '#analysis/psychometrics/exploratory/explore-factors.ts';
import { correlationField } from '../correlation-field.ts';
import { leafScales } from '../leaf-scales.ts';
import { nothingFound } from '../nothing-found.ts';
import { readChoice } from '../read-choice.ts';
import { readWhole } from '../read-whole.ts';
import { reportOf } from '../report-of.ts';
import { sampleCautions } from '../sample-cautions.ts';
import type { AnalysedStudy, StudyAnalysis } from '../study-analysis.ts';
import { cautionsOf } from './factor-cautions.ts';
import { findingsOf } from './factor-findings.ts';
import { factorTables } from './factor-tables.ts';
import { offeredRotations, titleOf, type FactorParams } from './factor-params.ts';
import { patternTable } from './pattern-table.ts';

/** The most factors that so many items can settle. */
function mostFactors(items: number): number {
  let factors = 1;
  while ((items - factors - 1) ** 2 - items - factors - 1 >= 0) factors += 1;
  return factors;
}

const itemsOf = ({ study }: AnalysedStudy, { scale }: Pick<FactorParams, 'scale'>) =>
  scale?.items ?? study.instrument.items.map(({ id }) => id);

/** Which items belong together, when nothing is presumed. */
export const factors: StudyAnalysis<FactorParams> = {
  readParams: (analysed, search) => {
    const scale = analysed.scales.find(({ id }) => id === search.get('scale')) ?? null;
    const items = itemsOf(analysed, { scale });
    const max = mostFactors(items.length);
    const usual = Math.min(max, Math.max(1, leafScales(analysed.study.instrument, items).length));
    return {
      scale,
      factors: readWhole(search, 'factors', { min: 1, max, usual }),
      correlation: readChoice(search, 'correlation', correlationKinds),
      rotation: readChoice(search, 'rotation', offeredRotations),
    };
  },
  fields: (reader, analysed, params) => [
    {
      ...{ kind: 'select', name: 'scale', label: reader.say('field.whichItems') },
      value: params.scale?.id ?? 'all',
      options: [
        { value: 'all', label: reader.say('allItems') },
        ...analysed.scales.map(({ id, title }) => ({ value: id, label: title })),
      ],
    },
    {
      ...{ kind: 'number', name: 'factors', label: reader.say('field.factors') },
      ...{ value: String(params.factors), min: 1 },
      max: mostFactors(itemsOf(analysed, params).length),
    },
    correlationField(reader, params.correlation),
    {
      ...{ kind: 'select', name: 'rotation', label: reader.say('field.rotation') },
      value: params.rotation,
      options: offeredRotations.map((rotation) => {
        return { value: rotation, label: reader.say(`rotation.${rotation}`) };
      }),
    },
  ],
  groups: () => [],
  steps: ({ say }, analysed, params) => {
    const items = itemsOf(analysed, params);
    if (items.length < 3) return { notPossible: say('tooFewItems') };
    const { factors: nfactors, correlation, rotation } = params;
    const options = {
      items: [...items],
      nfactors,
      correlation,
      rotation,
      randomStarts: 10,
      seed: 1,
    };
    return [{ name: 'factors', family: 'efa', options }];
  },
  present: (shown) => {
    const { reader, outcomes, params } = shown;
    const { say } = reader;
    const notMeaning = say('factors.notMeaning');
    const found = reportOf<ExploratoryReport | NotEstimable>(reader, outcomes, 'factors');
    if (!('report' in found)) return nothingFound(found.why, notMeaning);
    const { report } = found;
    return {
      findings: findingsOf(reader, titleOf(reader, params), report),
      notMeaning,
      cautions: [
        ...cautionsOf(reader, report),
        ...sampleCautions(reader, report.n, report.items.length),
      ],
      charts: [],
      tables: [patternTable(shown, report), ...factorTables(reader, report)],
      methods: [
        say('factors.methods', {
          ...{ n: reader.number(report.n, 0), all: reader.number(shown.n, 0) },
          correlation: say(`correlation.inMethods.${params.correlation}`),
          rotation: say(
            `rotation.inMethods.${report.factors.length > 1 ? params.rotation : 'none'}`,
          ),
        }),
      ],
    };
  },
};

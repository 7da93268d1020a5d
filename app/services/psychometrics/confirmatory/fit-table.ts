import { numberCell } from '../number-cell.ts';
import { pCell } from '../p-cell.ts';
import type { AnalysisReader } from '../reader.server.ts';
import type { AnalysisTable, Cell } from '../study-analysis.ts';
import type { FitIndex } from '#surveys/evidence/verdicts.ts';
import { judge as judgeIndex, judgeModel } from './fit-verdicts.ts';
import type { FittedModel, VariantName } from './fitted-model.ts';

type Measure = FitIndex | 'chiSquare' | 'df' | 'p' | 'aic' | 'bic';
type Row = {
  measure: Measure;
  variant: VariantName | 'none';
  value: Cell;
  interval?: string;
  verdict?: ReturnType<typeof judgeIndex>;
};

function rowsOf(reader: AnalysisReader, model: FittedModel): Row[] {
  const { variants, degreesOfFreedom, srmr, information } = model;
  const number = (value: number | undefined) => numberCell(reader, value, 3);
  // A model that fits any answers meets nothing.
  const judge: typeof judgeIndex = (index, value) =>
    degreesOfFreedom > 0 ? judgeIndex(index, value) : undefined;
  const bounds = (low: number, high: number) =>
    [low, high].map((bound) => reader.number(bound, 3)).join(' – ');
  const tests = variants.filter(({ chiSquare }) => typeof chiSquare === 'number');
  const known = variants.filter(({ cfi }) => typeof cfi === 'number');
  return [
    ...tests.map(({ name, chiSquare }): Row => {
      return { measure: 'chiSquare', variant: name, value: numberCell(reader, chiSquare, 2) };
    }),
    { measure: 'df', variant: 'none', value: numberCell(reader, degreesOfFreedom, 0) },
    ...tests.map(({ name, p }): Row => ({ measure: 'p', variant: name, value: pCell(reader, p) })),
    ...(['cfi', 'tli'] as const).flatMap((measure) =>
      known.map((found): Row => {
        const value = found[measure];
        const verdict = judge(measure, value);
        return { measure, variant: found.name, value: number(value), verdict };
      }),
    ),
    ...known.flatMap(({ name, rmsea }): Row[] =>
      rmsea
        ? [
            {
              ...{ measure: 'rmsea', variant: name, value: number(rmsea.estimate) },
              interval: bounds(rmsea.lower, rmsea.upper),
              verdict: judge('rmsea', rmsea.estimate),
            },
          ]
        : [],
    ),
    { measure: 'srmr', variant: 'none', value: number(srmr), verdict: judge('srmr', srmr) },
    ...(information
      ? (['aic', 'bic'] as const).map((measure): Row => {
          return { measure, variant: 'none', value: numberCell(reader, information[measure], 1) };
        })
      : []),
  ];
}

/** Every index says which variant it is; two verdicts stand side by side. */
export function fitTable(reader: AnalysisReader, model: FittedModel): AnalysisTable {
  const { say } = reader;
  const met = (isMet: boolean | undefined) =>
    isMet === undefined ? '' : say(isMet ? 'confirmatory.met' : 'confirmatory.notMet');
  const together = judgeModel(model);
  return {
    id: 'fit',
    title: say('confirmatory.fit'),
    columns: [
      { key: 'measure', label: say('column.measure') },
      { key: 'variant', label: say('confirmatory.variant') },
      { key: 'value', label: say('column.value'), numeric: true },
      { key: 'interval', label: say('column.interval90'), numeric: true },
      { key: 'huBentler', label: say('confirmatory.huBentler') },
      { key: 'cosmin', label: say('confirmatory.cosmin') },
    ],
    rows: [
      ...rowsOf(reader, model).map(({ measure, variant, value, interval = '', verdict }) => ({
        measure: say(`confirmatory.measure.${measure}`),
        variant: say(`confirmatory.variantName.${variant}`),
        ...{ value, interval },
        huBentler: met(verdict?.huBentler),
        cosmin: met(verdict?.cosmin),
      })),
      ...(together
        ? [
            {
              measure: say('confirmatory.together'),
              variant: say(`confirmatory.variantName.${together.variant.name}`),
              ...{ value: '', interval: '' },
              huBentler: met(together.huBentler),
              cosmin: met(together.cosmin),
            },
          ]
        : []),
    ],
    notes: [say('confirmatory.huBentlerRule'), say('confirmatory.cosminRule')],
  };
}

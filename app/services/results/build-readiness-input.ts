import type { ReadinessItem, ReadinessScale } from '#analysis/report/readiness-input.ts';
import { ServiceError } from '#app/errors.ts';
import type { Instrument, OptionSet } from '#surveys/model/instrument.ts';
import { reverseScore, scoreRange } from '#surveys/scoring/reverse-score.ts';

/** Options in the order in which they are shown: percents come in the same order. */
export function orderedOptions(instrument: Instrument, optionSetId: string): OptionSet['options'] {
  const optionSet = instrument.optionSets.find(({ id }) => id === optionSetId);
  if (!optionSet) throw new ServiceError('invalid', 'instrument-incomplete');
  return [...optionSet.options].sort((a, b) => a.order - b.order);
}

export function readinessItems(instrument: Instrument): ReadinessItem[] {
  return instrument.items.map((item) => {
    const options = orderedOptions(instrument, item.optionSet);
    const range = scoreRange({ options });
    const answerScores = options.map(({ score }) => score);
    return {
      id: item.id,
      codes: options.map(({ code }) => code),
      scores: item.reverseKeyed
        ? answerScores.map((score) => reverseScore(score, range))
        : answerScores,
      answerScores,
    };
  });
}

export function readinessScales(instrument: Instrument): ReadinessScale[] {
  const indexes = new Map(instrument.items.map(({ id }, index) => [id, index]));
  return instrument.scales.map((scale) => ({
    id: scale.id,
    itemIndexes: scale.items.flatMap((id) => indexes.get(id) ?? []),
    minimumAnswered: scale.minimumAnswered,
    transform: scale.transform,
    prorate: scale.prorate,
  }));
}

import type { Table } from '#analysis/table/table.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { readinessItems } from '../../results/build-readiness-input.ts';
import { afterColumn, beforeColumn } from '../../results/paired-steps.ts';
import { dimensionLabel, levelLabel, wordOf } from '../../results/wording.ts';
import type { AnalysisReader } from '../reader.server.ts';

type Line = [string, string | number, string];

/** Of a score which scale, and at which time where it is one of a pair. */
function scoreMeaning({ say, t, ...reader }: AnalysisReader, study: ResultsStudy, name: string) {
  const { instrument } = study;
  const paired = instrument.scales.flatMap(({ id, title }) => {
    const words = wordOf({ t, ...reader }, instrument, title);
    if (name === beforeColumn(id)) return [`${words}: ${t('change.before')}`];
    return name === afterColumn(id) ? [`${words}: ${t('change.after')}`] : [];
  });
  return paired[0] ?? say('reproduce.score');
}

/** Variable, value, meaning of every column of the data file. Scores are those after reverse-keying. */
export function codeLines(
  reader: AnalysisReader,
  study: ResultsStudy,
  { columns }: Pick<Table, 'columns'>,
  names: ReadonlyMap<string, string>,
): Line[] {
  const { say } = reader;
  const { instrument } = study;
  const scored = readinessItems(instrument);
  return [...names].flatMap(([name, renamed]): Line[] => {
    const item = instrument.items.find(({ id }) => id === name);
    const scores = scored.find(({ id }) => id === name)?.scores;
    if (item && scores) {
      const keyed = item.reverseKeyed ? ` (${say('reproduce.reversed')})` : '';
      const range = `${Math.min(...scores)}–${Math.max(...scores)}`;
      return [[renamed, range, wordOf(reader, instrument, item.stem) + keyed]];
    }
    const column = columns.get(name);
    if (column?.kind !== 'text') return [[renamed, '', scoreMeaning(reader, study, name)]];
    const levels = [...new Set(column.values)].filter((level) => level !== null).sort();
    return levels.map((level): Line => {
      const meaning = `${dimensionLabel(reader, name)}: ${levelLabel(reader, study, name, level)}`;
      return [renamed, level, meaning];
    });
  });
}

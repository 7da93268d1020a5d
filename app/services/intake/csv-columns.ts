/** How a cell becomes a value. Lists are separated by spaces or semicolons. */
export type CellKind = 'text' | 'number' | 'numbers' | 'texts';

/** Every column of a table of records, with the place of its value in a record. */
export const csvColumns: Readonly<Record<string, { path: readonly string[]; kind: CellKind }>> = {
  ...texts('metric', 'kind', 'mode', 'part', 'cohort', 'method', 'high_means'),
  dimension: { path: ['subgroup', 'dimension'], kind: 'text' },
  level: { path: ['subgroup', 'level'], kind: 'text' },
  period_start: { path: ['period', 'start'], kind: 'text' },
  period_end: { path: ['period', 'end'], kind: 'text' },
  ...numbers('numerator', 'denominator', 'events', 'exposure', 'n', 'sum', 'sum_of_squares'),
  ...numbers('observed', 'expected', 'value', 'threshold', 'median', 'q1', 'q3', 'p95'),
  ...numbers('tp', 'fp', 'fn', 'tn', 'missing', 'out_of_range'),
  ...lists('edges', 'positives', 'negatives', 'unlabelled', 'sum_p', 'counts'),
  levels: { path: ['levels'], kind: 'texts' },
  eligible: { path: ['labels', 'eligible'], kind: 'number' },
  scored: { path: ['labels', 'scored'], kind: 'number' },
  labelled: { path: ['labels', 'labelled'], kind: 'number' },
  ascertainment: { path: ['labels', 'ascertainment'], kind: 'text' },
  sampling_probability: { path: ['labels', 'sampling_probability'], kind: 'number' },
  mature_on: { path: ['labels', 'mature_on'], kind: 'text' },
};

function columns(kind: CellKind, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, { path: [name], kind }] as const));
}
function texts(...names: string[]) {
  return columns('text', names);
}
function numbers(...names: string[]) {
  return columns('number', names);
}
function lists(...names: string[]) {
  return columns('numbers', names);
}

/** Which kind a row is that does not say: by the one column that only this kind has. */
export const kindByColumn = [
  ['numerator', 'proportion'],
  ['events', 'rate'],
  ['sum', 'mean'],
  ['observed', 'observed-expected'],
  ['value', 'value'],
  ['median', 'quantiles'],
  ['tp', 'confusion'],
  ['positives', 'score-histogram'],
  ['counts', 'input-histogram'],
] as const;

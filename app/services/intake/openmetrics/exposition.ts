export const familyTypes = [
  ...(['unknown', 'gauge', 'counter', 'stateset', 'info'] as const),
  ...(['histogram', 'gaugehistogram', 'summary'] as const),
] as const;
export type FamilyType = (typeof familyTypes)[number];

export type Labels = ReadonlyMap<string, string>;

export type Sample = {
  /** As it is written, with the suffix of its type. */
  name: string;
  labels: Labels;
  /** All of its labels in one order: made once, as most of the work is to compare samples by it. */
  key: string;
  value: number;
  /** Seconds since 1970, where one is written. */
  timestamp: number | null;
  hasExemplar: boolean;
  /** From 1, in the file. */
  line: number;
};

/** What stands under one name: at one time, unless samples say others. */
export type Family = { name: string; type: FamilyType; unit: string; samples: Sample[] };

/** All families of one scrape, in order. */
export type Exposition = readonly Family[];

/** Where a text is no OpenMetrics. */
export class MalformedExposition extends Error {
  override name = 'MalformedExposition';
  constructor(
    readonly line: number,
    readonly why: string,
  ) {
    super(`line ${line}: ${why}`);
  }
}

/** Names of samples by the type of their family; an empty suffix is the name itself. */
export const suffixes: Readonly<Record<FamilyType, readonly string[]>> = {
  ...{ unknown: [''], gauge: [''], stateset: [''], info: ['_info'] },
  counter: ['_total', '_created'],
  summary: ['', '_count', '_sum', '_created'],
  histogram: ['_bucket', '_count', '_sum', '_created'],
  gaugehistogram: ['_bucket', '_gcount', '_gsum'],
};

/** Labels in one order, as a key. A value may hold any sign, so its length stands before it. */
export function labelKey(labels: Labels, without?: string): string {
  const names = [...labels.keys()];
  if (names.length > 1) names.sort();
  let key = '';
  for (const name of names) {
    if (name === without) continue;
    const value = labels.get(name) ?? '';
    key += `${name}=${value.length}:${value},`;
  }
  return key;
}

/** The same without the label that tells samples of one metric apart. */
export const metricKey = ({ key, labels }: Sample, own: string | undefined) =>
  own !== undefined && labels.has(own) ? labelKey(labels, own) : key;

export const seriesKey = ({ name, key }: Sample) => `${name} ${key}`;

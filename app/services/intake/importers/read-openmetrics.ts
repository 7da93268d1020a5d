import { pointerOf, type Fault, type FaultCode } from '../faults.ts';
import { maximumRecords } from '../intake-words.ts';
import { recordOf, type Draft } from '../openmetrics/drafts.ts';
import {
  MalformedExposition,
  metricKey,
  type Exposition,
  type Family,
} from '../openmetrics/exposition.ts';
import { meaningOf, type Meaning } from '../openmetrics/family-names.ts';
import { fieldsOf } from '../openmetrics/group-labels.ts';
import {
  boundsOf,
  endedSeries,
  increaseOf,
  seriesOf,
  strayTime,
  type Bounds,
  type Series,
} from '../openmetrics/increase.ts';
import { readExpositions } from '../openmetrics/read-exposition.ts';
import { numberOf } from '../openmetrics/read-sample.ts';
import { readingOf, type ImportReading, type ImportSettings } from './import-reading.ts';

/** Labels that belong to the number itself, and not to the group. */
const ownLabels: Partial<Record<Meaning['kind'], readonly string[]>> = {
  counter: ['cell', 'threshold'],
  ...{ mean: ['le'], quantiles: ['le'] },
};

/** Gathers numbers by metric and group, and everything that is wrong with them. */
class Gathering {
  readonly drafts = new Map<string, Draft>();
  readonly faults: Fault[] = [];
  /** Of a histogram what its buckets hold up to now. */
  private readonly filled = new Map<Draft, number>();
  /** Of a histogram which draft its buckets belong to, by their labels without the edge. */
  private readonly ofHistogram = new Map<string, Draft | null>();
  private readonly bounds: Bounds;
  constructor({ period }: ImportSettings) {
    this.bounds = boundsOf(period);
  }

  refuse(at: readonly string[], code: FaultCode, line: number) {
    this.faults.push({ pointer: pointerOf(at), code, line });
  }

  private draftOf(family: Family, meaning: Meaning, series: Series): Draft | null {
    const { metric, kind } = meaning;
    const own = ownLabels[kind] ?? [];
    const isTable = kind === 'counter' && meaning.role === 'confusion';
    const fields = fieldsOf(series.labels, kind === 'counter' && !isTable ? [] : own);
    if (typeof fields === 'string') {
      this.refuse([series.name], fields, series.end.line);
      return null;
    }
    if (isTable) fields['threshold'] = numberOf(series.labels.get('threshold') ?? '');
    const key = JSON.stringify([metric, fields]);
    const known = this.drafts.get(key);
    if (known && known.kind !== kind) {
      this.refuse([series.name], 'duplicate', series.end.line);
      return null;
    }
    const labels = [...series.labels].filter(([name]) => !own.includes(name));
    const at = [family.name, ...labels.map(([name, value]) => `${name}=${value}`)];
    const draft = known ?? { metric, kind, fields, at, parts: new Map(), buckets: [] };
    this.drafts.set(key, draft);
    return draft;
  }

  /** A histogram has as many series of one group as it has buckets: the group is looked at once. */
  private knownDraftOf(family: Family, meaning: Meaning, series: Series): Draft | null {
    if (ownLabels[meaning.kind]?.[0] !== 'le') return this.draftOf(family, meaning, series);
    const key = `${family.name} ${metricKey(series.end, 'le')}`;
    const known = this.ofHistogram.get(key);
    if (known !== undefined) return known;
    const draft = this.draftOf(family, meaning, series);
    this.ofHistogram.set(key, draft);
    return draft;
  }

  add(family: Family, meaning: Meaning, series: Series): void {
    const draft = this.knownDraftOf(family, meaning, series);
    if (!draft) return;
    const increase =
      meaning.kind === 'value'
        ? { by: series.end.value, wasReset: false }
        : increaseOf(series, this.bounds);
    if (typeof increase === 'string') {
      this.refuse([series.name], increase, series.end.line);
      return;
    }
    const suffix = series.name.slice(family.name.length + 1);
    if (suffix === 'bucket') {
      const edge = numberOf(series.labels.get('le') ?? '') ?? NaN;
      const before = this.filled.get(draft) ?? 0;
      this.filled.set(draft, increase.by);
      // Buckets hold those before them; between two scrapes as well.
      if (increase.by < before) this.refuse([series.name], 'counter-decreased', series.end.line);
      draft.buckets.push({ edge, count: increase.by - before });
    }
    const isTable = meaning.kind === 'counter' && meaning.role === 'confusion';
    const role =
      meaning.kind === 'counter' ? meaning.role : meaning.kind === 'value' ? 'value' : suffix;
    const name = isTable ? (series.labels.get('cell') ?? '') : role;
    const part = suffix === 'bucket' ? `le ${series.labels.get('le') ?? ''}` : name;
    if (draft.parts.has(part)) this.refuse([series.name], 'duplicate', series.end.line);
    draft.parts.set(part, increase);
  }
}

/** Whether two scrapes say different things of one family, so that no difference of them is an increase. */
function differs(family: Family, before: Family): boolean {
  const edgesOf = ({ samples }: Family) =>
    new Set(samples.flatMap(({ labels }) => labels.get('le') ?? []));
  const [now, then] = [edgesOf(family), edgesOf(before)];
  return (
    family.type !== before.type || now.size !== then.size || [...now].some((le) => !then.has(le))
  );
}

const byName = (families: Exposition) => new Map(families.map((family) => [family.name, family]));

function gather(text: string, settings: ImportSettings) {
  const scrapes = readExpositions(text);
  if (scrapes.length > 2) throw new MalformedExposition(1, 'there are more than two scrapes');
  const end = scrapes.at(-1) ?? [];
  const start = scrapes.length === 2 ? (scrapes[0] ?? []) : [];
  const gathering = new Gathering(settings);
  const skipped: string[] = [];
  const { period } = settings;
  for (const sample of [strayTime(start, period.start), strayTime(end, period.end)]) {
    if (sample) gathering.refuse([sample.name], 'scrape-out-of-period', sample.line);
  }
  const [atStart, atEnd] = [byName(start), byName(end)];
  for (const before of start) {
    const isCounted = meaningOf(before) !== null && before.type !== 'gauge';
    const gone = isCounted ? endedSeries(atEnd.get(before.name), before) : undefined;
    if (gone) gathering.refuse([gone.name], 'counter-ended', gone.line);
  }
  for (const family of end) {
    const meaning = meaningOf(family);
    if (!meaning) {
      skipped.push(family.name);
      continue;
    }
    const before = atStart.get(family.name);
    if (before && differs(family, before)) {
      gathering.refuse([family.name], 'bins-differ', family.samples[0]?.line ?? 1);
      continue;
    }
    for (const series of seriesOf(family, before)) {
      gathering.add(family, meaning, series);
      if (gathering.drafts.size <= maximumRecords) continue;
      gathering.refuse([series.name], 'too-many-records', series.end.line);
      return { gathering, skipped };
    }
  }
  return { gathering, skipped };
}

/**
 * What a program exposes at the start and at the end of a period, one scrape after the other. A counter alone
 * says nothing of a period: its increase does. One scrape is enough for gauges, and for counters that
 * say by `_created` that they began within the period.
 */
export function readOpenMetrics(body: unknown, settings: ImportSettings): ImportReading {
  const none = { ok: false as const, skipped: [] as string[] };
  if (typeof body !== 'string') return { ...none, reason: 'format-unknown' };
  try {
    const { gathering, skipped } = gather(body, settings);
    const { period, mode, n } = settings;
    const faults = [...gathering.faults];
    const resets = new Set<string>();
    const records = [...gathering.drafts.values()].flatMap((draft) => {
      // What could not be read lacks a piece for that reason alone.
      const said = recordOf(draft);
      if (said === null) return [];
      if (typeof said === 'string') {
        if (gathering.faults.length === 0)
          faults.push({ pointer: pointerOf(draft.at), code: said });
        return [];
      }
      const { metric, kind, fields, at } = draft;
      if ([...draft.parts.values()].some(({ wasReset }) => wasReset)) resets.add(metric);
      const common = { metric, period, ...(mode === undefined ? {} : { mode }), ...fields };
      return [
        {
          at,
          record: { ...common, ...said, ...(kind === 'value' && n !== undefined ? { n } : {}) },
        },
      ];
    });
    if (faults.length > 0) return { ...none, reason: 'records-refused', faults };
    const notes = [...resets].map((metric) => ({ code: 'counter-reset', detail: { metric } }));
    const reading = readingOf({ tool: 'openmetrics', version: '1.0' }, records, skipped);
    return reading.ok ? { ...reading, notes } : reading;
  } catch (error) {
    if (!(error instanceof MalformedExposition)) throw error;
    return { ...none, reason: 'malformed-openmetrics', skipped: [error.message] };
  }
}

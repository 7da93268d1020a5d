import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listWatchedRecords, type WatchedRecord } from '#db/queries/watched-record.server.ts';
import { byPeriod, everybody, recordsOf, seriesOf } from '../monitoring/series.ts';
import { today } from '../../today.ts';
import { downtimeMetrics, downtimeVerdict, type DowntimePeriod } from './downtime.ts';
import { requireSystem } from './internal.server.ts';
import { textOf, valueOf } from './read-field.ts';
import { shownSections } from './shown-sections.ts';

/** As many of the newest periods are shown. */
const shownPeriods = 12;

const keyOf = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`;

/** The longest outage of each period, whichever version ran. */
function longestOutages(records: readonly WatchedRecord[]): Map<string, number> {
  const periods = byPeriod(records, everybody).map((own): [string, number] => [
    `${own[0]?.from ?? ''} ${own[0]?.to ?? ''}`,
    Math.max(...own.map(({ value }) => value ?? NaN)),
  ]);
  return new Map(periods.filter(([, minutes]) => !Number.isNaN(minutes)));
}

/** Use of the fallback beside; of few cases nothing is told. */
function fallbackUse(records: readonly WatchedRecord[]) {
  const points = seriesOf(records, 'fallback-use', everybody, today());
  return new Map(
    points.map((point) => [keyOf(point), { value: point.value, isFew: point.isFew }] as const),
  );
}

function collectPeriods(records: readonly WatchedRecord[]) {
  const of = (metric: (typeof downtimeMetrics)[number]) =>
    recordsOf(records, { metric, part: '', cohort: '' });
  const uptime = seriesOf(of('uptime'), 'uptime', everybody, today());
  const down = new Map(uptime.map((point) => [keyOf(point), point.n - point.x] as const));
  const longest = longestOutages(of('longest-outage'));
  const fallback = fallbackUse(of('fallback-use'));
  return [...new Set([...down.keys(), ...longest.keys()])]
    .sort()
    .reverse()
    .slice(0, shownPeriods)
    .map((key) => {
      const [from = '', to = ''] = key.split(' ');
      const period: DowntimePeriod = {
        ...{ from, to, downMinutes: down.get(key) ?? null },
        longestMinutes: longest.get(key) ?? null,
      };
      return { ...period, fallback: fallback.get(key) ?? null };
    });
}

/** The longest downtime that can be borne, as it is declared, beside what was measured at a place. */
export async function readDowntime(
  tx: Transaction,
  member: Member,
  { systemId, deploymentId }: { systemId: string; deploymentId: string },
) {
  const { organisationId } = member;
  const { sections } = await requireSystem(tx, member, systemId);
  const { sections: shown, withheld } = shownSections(member, sections);
  const metrics = downtimeMetrics;
  const records = await listWatchedRecords(tx, { organisationId, deploymentId, metrics });
  const declared = valueOf(shown, 'fallback', 'maximumDowntimeHours');
  const maximumHours = typeof declared === 'number' ? declared : null;
  return {
    maximumHours,
    lastDrill: textOf(shown, 'fallback', 'lastDrill') || null,
    isWithheld: withheld.includes('fallback'),
    periods: collectPeriods(records).map((period) => ({
      ...period,
      verdict: maximumHours === null ? null : downtimeVerdict(period, maximumHours * 60),
    })),
  };
}
export type Downtime = Awaited<ReturnType<typeof readDowntime>>;

import type {
  DimensionReport,
  LevelReport,
  ReadinessReport,
  Withheld,
} from '#analysis/report/readiness-report.ts';
import type { Kept } from './choose-released.ts';
import type { Level, WaveResult } from './specification.ts';

type Levels = Record<string, Level[]>;

const withheld: Withheld = { shown: false, reason: 'complementary' };

function withhold(level: LevelReport): LevelReport {
  return {
    level: level.level,
    respondents: withheld,
    scales: level.scales.map(({ id }) => ({ id, score: withheld })),
    items: level.items.map(({ id }) => ({ id, result: withheld })),
  };
}

function keptOfDimension(
  { id, levels }: DimensionReport,
  former: WaveResult,
  { levels: kept, staysHidden }: Kept,
): Level[] {
  const everShown = former.everShown[id] ?? [];
  const neverShown = levels.map(({ level }) => level).filter((level) => !everShown.includes(level));
  return [...new Set([...(former.kept[id] ?? []), ...kept, ...(staysHidden ? neverShown : [])])];
}

function formerLevel(former: ReadinessReport, dimension: string, level: Level) {
  if (!former.ok) return undefined;
  const levels = former.dimensions.find(({ id }) => id === dimension)?.levels;
  return levels?.find((candidate) => candidate.level === level);
}

function shownLevels(report: ReadinessReport, former: Levels): Levels {
  if (!report.ok) return former;
  return Object.fromEntries(
    report.dimensions.map(({ id, levels }) => {
      const shown = levels.filter(({ respondents }) => respondents.shown);
      return [id, [...new Set([...(former[id] ?? []), ...shown.map(({ level }) => level)])]];
    }),
  );
}

/**
 * Puts what was said before in the place of what would tell too much by its difference, and keeps a
 * record of both for the results to come.
 */
export function keepLevels(
  report: ReadinessReport,
  former: WaveResult | null,
  kept: Readonly<Record<string, Kept>>,
): Pick<WaveResult, 'report' | 'kept' | 'everShown'> {
  if (!report.ok || !former) {
    return { report, kept: {}, everShown: shownLevels(report, former?.everShown ?? {}) };
  }
  const keptLevels: Levels = {};
  const dimensions = report.dimensions.map((dimension): DimensionReport => {
    const own = kept[dimension.id] ?? { levels: [], staysHidden: false };
    const staying = keptOfDimension(dimension, former, own);
    keptLevels[dimension.id] = staying;
    const levels = dimension.levels.map((level) =>
      staying.includes(level.level)
        ? (formerLevel(former.report, dimension.id, level.level) ?? withhold(level))
        : level,
    );
    return { ...dimension, levels };
  });
  const result = { ...report, dimensions };
  return { report: result, kept: keptLevels, everShown: shownLevels(result, former.everShown) };
}

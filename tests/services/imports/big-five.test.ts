import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { confirmImport } from '#app/services/imports/confirm-import.server.ts';
import { getImport } from '#app/services/imports/get-import.server.ts';
import { uploadImport } from '#app/services/imports/upload-import.server.ts';
import { saveMapping } from '#app/services/imports/save-mapping.server.ts';
import type { ShownReport } from '#app/services/results/wave-view.server.ts';
import { getWaveView } from '#app/services/results/wave-view.server.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { createStudy, type FieldedStudy } from '#tests/services/results/fielded-study.ts';
import { computeQueued } from '#tests/services/results/compute-queued.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { bigFive, bigFiveItems, bigFiveReversed } from './big-five.ts';

const oracle = '../shared/oracle';
const hasOracle = existsSync(oracle);
if (!hasOracle) {
  process.stdout.write(`${oracle} is not there: the comparison with R did not run\n`);
}

type ByItem<Value = number> = Record<string, Value>;
type Reliability = {
  n_listwise: number;
  alpha_raw: number;
  alpha_std: number;
  feldt_ci95: [number, number];
  alpha_if_deleted_raw: ByItem;
};
type Descriptives = {
  items: ByItem<{
    n: number;
    missing: number;
    mean: number;
    sd: number;
    skew_type2: number;
    kurtosis_excess_type2: number;
    floor_pct: number;
    ceiling_pct: number;
  }>;
  item_total_listwise: { corrected: ByItem };
};

function expected(name: string): unknown {
  const text = readFileSync(`${oracle}/values/${name}.json`, 'utf8');
  return (JSON.parse(text) as { expect: unknown }).expect;
}

/** Uploads, checks, confirms and computes, as somebody does through the pages. */
async function importAndCompute(
  workspace: Workspace,
  study: FieldedStudy,
  bytes: Uint8Array,
): Promise<ShownReport> {
  const member = await createMember(workspace, 'researcher');
  const { studyId } = study;
  const draftId = await uploadImport(member, { studyId, fileName: 'bfi.csv', bytes });
  const { mapping } = await getImport(member, { studyId, draftId });
  const fixed = { ...mapping.fixed, site: workspace.siteIds[0] ?? null };
  await saveMapping(member, { studyId, draftId, mapping: { ...mapping, fixed } });
  const { checked } = await getImport(member, { studyId, draftId });
  expect(checked.rejected).toEqual([]);
  expect(await confirmImport(member, { studyId, draftId })).toBe(2_800);
  await computeQueued(workspace);
  await getWaveView(member, { studyId, wave: 'newest' });
  await computeQueued(workspace);
  const { report } = await getWaveView(member, { studyId, wave: 'newest' });
  if (!report) throw new Error('the report was computed');
  return report;
}

const near = (actual: number | undefined, value: number) => {
  const tolerance = 1e-9 * Math.max(1, Math.abs(value));
  expect(Math.abs((actual ?? NaN) - value)).toBeLessThan(tolerance);
};

const value = (estimate: { ok: boolean; value?: number } | undefined) => estimate?.value;

/** 2,800 people × 25 items that hang together, with answers left out here and there. */
function simulated(): { csv: Uint8Array; codes: number[][] } {
  const random = seededGenerator(11);
  const codes = Array.from({ length: 2_800 }, () => {
    const trait = random() + random() - 1;
    return bigFiveItems.map((id) => {
      if (random() < 0.02) return -2;
      const sign = bigFiveReversed.includes(id) ? -1 : 1;
      return Math.min(6, Math.max(1, Math.round(3.5 + 2 * sign * trait + 3 * (random() - 0.5))));
    });
  });
  const lines = codes.map((row) => row.map((code) => (code < 0 ? '' : code)).join(','));
  return { csv: new TextEncoder().encode([bigFiveItems.join(','), ...lines].join('\n')), codes };
}

/** Alpha from its definition over complete rows, written out with other sums than the kernel's. */
function alphaOf(codes: readonly number[][]): number {
  const rows = codes
    .filter((row) => row.every((code) => code > 0))
    .map((row) =>
      row.map((code, item) =>
        bigFiveReversed.includes(bigFiveItems[item] ?? '') ? 7 - code : code,
      ),
    );
  const variance = (values: readonly number[]) => {
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
  };
  const k = bigFiveItems.length;
  const items = bigFiveItems.map((_, item) => variance(rows.map((row) => row[item] ?? NaN)));
  const total = variance(rows.map((row) => row.reduce((sum, x) => sum + x, 0)));
  return (k / (k - 1)) * (1 - items.reduce((sum, x) => sum + x, 0) / total);
}

describeOnDatabases('2,800 people × 25 items through import and worker', () => {
  let workspace: Workspace;

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace();
  });

  const study = () =>
    createStudy(workspace, { instrument: bigFive, languages: ['en'], covariates: [] });

  it('gives the alpha of a simulated set', async () => {
    const { csv, codes } = simulated();
    const report = await importAndCompute(workspace, await study(), csv);
    const alpha = report.scales[0]?.alpha;
    expect(alpha?.ok && alpha.alpha).toBeCloseTo(alphaOf(codes), 10);
  });

  it.runIf(hasOracle)('gives the values of R for the bfi data', async () => {
    const bytes = readFileSync(`${oracle}/data/shared/bfi.csv`);
    const report = await importAndCompute(workspace, await study(), bytes);
    const reliability = expected('reliability__bfi25') as Reliability;
    const scale = report.scales[0];
    if (!scale?.alpha.ok) throw new Error('alpha is estimable');
    expect(scale.alpha.n).toBe(reliability.n_listwise);
    near(scale.alpha.alpha, reliability.alpha_raw);
    near(value(scale.alpha.standardised), reliability.alpha_std);
    near(scale.alpha.interval[0], reliability.feldt_ci95[0]);
    near(scale.alpha.interval[1], reliability.feldt_ci95[1]);
    const descriptives = expected('descriptives__bfi25') as Descriptives;
    for (const item of scale.items) {
      near(value(item.alphaIfDeleted), reliability.alpha_if_deleted_raw[item.id] ?? NaN);
      near(
        value(item.itemRestCorrelation),
        descriptives.item_total_listwise.corrected[item.id] ?? NaN,
      );
    }
    expect(report.items).toHaveLength(25);
    for (const { id, result } of report.items) {
      const r = descriptives.items[id];
      if (!result.shown || !r) throw new Error(`${id} is shown`);
      expect(result.n).toBe(r.n);
      expect(result.missing.skipped).toBe(r.missing);
      near(result.mean, r.mean);
      near(value(result.sd), r.sd);
      near(value(result.skewness), r.skew_type2);
      near(value(result.kurtosis), r.kurtosis_excess_type2);
      // Whole percents that sum to 100: each may be rounded away from its nearest.
      expect(Math.abs(result.floorPercent - r.floor_pct)).toBeLessThan(1);
      expect(Math.abs(result.ceilingPercent - r.ceiling_pct)).toBeLessThan(1);
    }
  });
});

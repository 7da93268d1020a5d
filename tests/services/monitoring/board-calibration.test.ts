import { beforeAll, expect, it } from 'vitest';
import { evaluateDeployment } from '#app/services/monitoring/evaluate-deployment.server.ts';
import { getBoardMonitoring } from '#app/services/monitoring/get-board-monitoring.server.ts';
import { getMonitoring } from '#app/services/monitoring/get-monitoring.server.ts';
import { getWatchedMetric } from '#app/services/monitoring/get-watched-metric.server.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { adopted, enter, month, newPlace, type RecordOf } from './watched-place.ts';

const fifths = [0.1, 0.3, 0.5, 0.7, 0.9];
const counts = [200, 100, 60, 40, 20];
/** As many events as predicted in each of five bands, 126 of 420. */
const right = [20, 30, 30, 28, 18];
/** As many in all, of risks that are too extreme. */
const extreme = [40, 24, 24, 22, 16];

type ScoresOf = {
  sizes?: readonly number[];
  level?: string;
  risks?: readonly number[];
  sumP?: readonly number[];
};
const scores = (
  later: number,
  positives: readonly number[],
  { sizes = counts, level = '', risks = fifths, sumP }: ScoresOf = {},
): RecordOf => ({
  ...{ metric: 'scores', kind: 'score-histogram', ascertainment: 'all' },
  ...{ dimension: level === '' ? '' : 'sex', level, maturesOn: month(later + 1) },
  ...{ periodFrom: month(later), periodTo: month(later + 1) },
  detail: {
    ...{ edges: [0, ...risks.map((_, bin) => (bin + 1) / risks.length)] },
    positives: [...positives],
    negatives: sizes.map((n, bin) => n - (positives[bin] ?? 0)),
    unlabelled: sizes.map(() => 0),
    sum_p: [...(sumP ?? sizes.map((n, bin) => n * (risks[bin] ?? 0)))],
  },
});
const year = Array.from({ length: 12 }, (_, later) => later);

describeOnDatabases('a score on the board', () => {
  let owner: Member;
  let siteId = '';
  beforeAll(async () => {
    await buildWorker();
    const workspace = await createWorkspace();
    [siteId = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
  });
  const reader = (language = 'en') =>
    getMonitoringReader(
      new Request('http://attune.example/', { headers: { 'Accept-Language': language } }),
    );

  /** What the board, the overview of the place and the metric's own page say. */
  const surfacesOf = async (records: readonly RecordOf[], language = 'en') => {
    const at = await newPlace(owner, siteId);
    await enter(at, records);
    await adopted(at, [{ metric: 'calibration', chart: 'cusum' }]);
    await evaluateDeployment(at, today());
    const { rows } = await getBoardMonitoring(owner, await reader(language));
    const row = rows.find(({ deploymentId }) => deploymentId === at.deploymentId);
    const overview = await getMonitoring(owner, await reader(language), at);
    const [metric] = overview.metrics;
    const { systemId, deploymentId } = at;
    const ids = { systemId, deploymentId, metricId: metric?.id ?? '' };
    return { row, overview, metric, page: await getWatchedMetric(owner, await reader(), ids) };
  };

  it('is of concern where bands and slope are off, though the sum is as predicted', async () => {
    const { row, overview, metric, page } = await surfacesOf(
      year.map((later) => scores(later, extreme)),
    );
    const slope = page.calibration?.rows[0]?.slope;
    const ends = slope?.interval?.map((end) => end.toFixed(2)).join(' to ') ?? '';
    const said = `slope from Jan 2025 to Dec 2025: ${slope?.value.toFixed(2) ?? ''} (${ends})`;
    const missed = 'other than predicted in 5 of 5 risk bands up to Dec 31, 2025';
    expect(page.calibration?.chart?.title).toContain(missed);
    expect(metric).toMatchObject({ standing: 'calm', isConcern: true });
    expect(metric?.more).toEqual([
      missed,
      `${said}, risks too extreme`,
      expect.stringMatching(/^slope in Dec 2025: 0\.\d+ \(.*\), risks too extreme$/u),
    ]);
    expect(overview).toMatchObject({ concerns: 1, counts: { judged: 1, partly: 0 } });
    expect(row?.weight).toBe('concern');
    expect(row?.concerns[0]).toContain('the number of outcomes is as predicted');
    expect(row?.concerns[0]).toContain(`; ${missed}; ${said}, risks too extreme`);
    expect(row?.concerns[0]).not.toContain('no deviation seen');
  });

  it('names the group for whom it is off, and no other', async () => {
    const half = counts.map((n) => n / 2);
    const [low, high] = [
      [5, 8, 10, 10, 8],
      [15, 22, 20, 18, 10],
    ];
    const records = year.flatMap((later) => [
      scores(later, right),
      scores(later, low, { sizes: half, level: 'female' }),
      scores(later, high, { sizes: half, level: 'male' }),
    ]);
    const { row, metric } = await surfacesOf(records);
    expect(metric?.more).toContain('other than predicted for Sex: female and Sex: male');
    expect(metric?.isConcern).toBe(true);
    expect(row?.concerns[0]).toContain('other than predicted for Sex: female and Sex: male');
    const german = await surfacesOf(records, 'de');
    expect(german.row?.concerns[0]).toContain('anders als vorhergesagt für');
  });

  it('is judged in part where something cannot be told, and tells nothing of a group that its page hides', async () => {
    // Six cases a year, none of whom had the outcome that was as good as sure.
    const few = scores(11, [0, 0, 0, 0, 0], { sizes: [0, 0, 0, 0, 6], level: 'other' });
    const { row, overview, metric, page } = await surfacesOf([
      ...year.map((later) => scores(later, right)),
      few,
    ]);
    expect(page.calibration?.rows.at(-1)).toMatchObject({ level: 'other', n: null, ratio: null });
    expect(metric?.more.at(-1)).toBe('groups of which it cannot be told: 1');
    expect(metric?.more.join()).not.toContain('other:');
    expect(metric?.isConcern).toBe(false);
    expect(overview.counts).toMatchObject({ judged: 0, partly: 1 });
    expect(row).toMatchObject({ concerns: [], remarks: [], counts: { partly: 1 } });
  });

  it('with nothing off is judged, and says of bands and slope what was seen', async () => {
    const { row, metric } = await surfacesOf(year.map((later) => scores(later, right)));
    expect(metric?.more[0]).toContain('as predicted in each of 5 risk bands');
    expect(metric?.more[1]).toMatch(
      /^slope from .*: 1\.00 \(0\.\d+ to 1\.\d+\), no deviation seen$/u,
    );
    expect(row).toMatchObject({ concerns: [], remarks: [], counts: { judged: 1, partly: 0 } });
  });

  it('tells one band of several that chance alone may take so far, of no concern', async () => {
    // 20 ± 4.2 of 200 in the lowest band of one month; another one brings the rest.
    const off = [30, 30, 30, 28, 18];
    const { row, metric } = await surfacesOf([scores(0, off)]);
    expect(metric?.more[0]).toContain(
      'in 1 of 5 risk bands up to Jan 31, 2025, which chance alone may give',
    );
    expect(metric?.isConcern).toBe(false);
    expect(row).toMatchObject({ concerns: [] });
    expect(row?.remarks[0]).toContain('1 of 5 risk bands');
  });

  it('tells a newest month that lies as far off as one of twelve may, of no concern', async () => {
    // Of 420 a month; the slope of these is 0.77 (0.58 to 0.96).
    const leaning = [29, 27, 28, 25, 17];
    const { row, metric } = await surfacesOf([
      ...year.slice(1).map((later) => scores(later, right)),
      scores(12, leaning),
    ]);
    expect(metric?.more.at(-1)).toMatch(/^slope in Jan 2026: .* extreme, which chance alone may/u);
    expect(metric?.isConcern).toBe(false);
    expect(row?.remarks[0]).toContain('slope in Jan 2026');
  });

  it('is of concern where more bands are missed than chance gives, though none of them far', async () => {
    const risks = Array.from({ length: 10 }, (_, band) => 0.05 + band / 10);
    const sizes = risks.map(() => 400);
    // Each of six some 2.3 standard errors off, down and up, so that number and slope hold.
    const off = [10, 44, 120, 140, 180, 220, 260, 320, 324, 370];
    const { row, metric } = await surfacesOf([scores(0, off, { sizes, risks })]);
    expect(metric?.more[0]).toBe('other than predicted in 6 of 10 risk bands up to Jan 31, 2025');
    expect(metric?.isConcern).toBe(true);
    expect(row?.weight).toBe('concern');
  });

  it('tells of each group apart whether chance alone may give what was seen', async () => {
    const half = counts.map((n) => n / 2);
    // 67 of 63 a month: 1.06 (1.00 to 1.13); among two groups it takes more.
    const [low, slightly] = [
      [5, 8, 10, 10, 8],
      [11, 16, 16, 15, 9],
    ];
    const { row, metric } = await surfacesOf(
      year.flatMap((later) => [
        scores(later, right),
        scores(later, low, { sizes: half, level: 'female' }),
        scores(later, slightly, { sizes: half, level: 'male' }),
      ]),
    );
    const [far, near] = [
      'other than predicted for Sex: female',
      'other than predicted for Sex: male, which chance alone may give',
    ];
    expect(metric?.more.slice(-2)).toEqual([far, near]);
    expect(metric?.isConcern).toBe(true);
    expect(row?.concerns[0]).toContain(`; ${far}; ${near}`);
  });

  it('tells of number and slope of the newest month apart whether chance alone may give them', async () => {
    const { metric } = await surfacesOf([
      ...year.slice(1).map((later) => scores(later, right)),
      scores(12, [38, 44, 36, 29, 17]),
    ]);
    const [ratio, slope] = metric?.more.slice(-2) ?? [];
    expect(ratio).toMatch(/^observed to expected in Jan 2026: 1\.30? .*\), other than predicted$/u);
    expect(slope).toMatch(/^slope in Jan 2026: .* too extreme, which chance alone may give$/u);
    expect(metric?.isConcern).toBe(true);
  });

  it('tells a slope of everybody that lies as far off as one of two measures may, of no concern', async () => {
    const { row, metric } = await surfacesOf([scores(0, [27, 28, 28, 27, 16])]);
    const said =
      /^slope in Jan 2025: 0\.80 \(.*\), risks too extreme, which chance alone may give$/u;
    expect(metric?.more[1]).toMatch(said);
    expect(metric?.isConcern).toBe(false);
    expect(row?.concerns).toEqual([]);
    expect(row?.remarks[0]).toContain('which chance alone may give');
  });

  it('is judged in part where bands and slope cannot be computed of its scores', async () => {
    // More predicted in one month's highest bin than it has cases.
    const sumP = [20, 30, 30, 28, 21];
    const { row, overview, metric, page } = await surfacesOf([
      ...year.slice(1).map((later) => scores(later, right)),
      scores(0, right, { sumP }),
    ]);
    expect(page.calibration).toBeNull();
    expect(metric).toMatchObject({ standing: 'calm', overall: 'partly', isConcern: false });
    expect(metric?.more).toEqual(['risk bands cannot be told yet', 'the slope cannot be told']);
    expect(overview.counts).toMatchObject({ judged: 0, partly: 1 });
    expect(row).toMatchObject({ concerns: [], remarks: [], counts: { judged: 0, partly: 1 } });
  });
});

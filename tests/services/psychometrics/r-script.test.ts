import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { readTable } from '#app/services/analyses/read-table.ts';
import { dataFile, usedColumns } from '#app/services/psychometrics/reproduce/data-file.ts';
import { renameColumns } from '#app/services/psychometrics/reproduce/r-literals.ts';
import { numberLines, rScript } from '#app/services/psychometrics/reproduce/r-script.ts';
import { scriptParts } from '#app/services/psychometrics/reproduce/script-parts.ts';
import { modelNames } from '#app/services/psychometrics/model-names.ts';
import { runSteps } from '#app/services/psychometrics/run-steps.ts';
import { valueOf, type Step } from '#app/services/psychometrics/steps.ts';
import type { Table } from '#analysis/table/table.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';

const itemNames = Array.from({ length: 6 }, (_, index) => `it-${index + 1}`);

/** Two factors, three sites of unlike means, two languages; names that R would not take as they are. */
function simulatedCsv(): string {
  const random = seededGenerator(20);
  const noise = () => random() + random() + random() - 1.5;
  const rows = Array.from({ length: 420 }, (_, row) => {
    const site = ['a', 'b', 'c', 'd', 'e', 'f'][row % 6] ?? '';
    const common = noise() + 0.2 * (row % 6);
    const [first, second] = [common + noise(), common + noise()];
    const answers = itemNames.map((_name, item) => {
      const value = 3 + 0.9 * (item < 3 ? first : second) + noise();
      return Math.min(5, Math.max(1, Math.round(value)));
    });
    const mean = answers.reduce((sum, value) => sum + value, 0) / answers.length;
    if (row % 40 === 7) answers[2] = NaN;
    const cells = answers.map((value) => (Number.isNaN(value) ? 'NA' : value));
    return [...cells, mean, site, row % 2 === 0 ? 'en' : 'kk'];
  });
  return stringify([[...itemNames, 'mean', 'site', 'language'], ...rows]);
}

/** As a study's table: items by their ids and by the names of model texts. */
function simulatedTable(): Table {
  const { n, columns } = readTable(simulatedCsv());
  const renamed = [...modelNames(itemNames)].map(([id, name]) => [name, columns.get(id)] as const);
  return { n, columns: new Map([...columns, ...renamed]) as Table['columns'] };
}

const table = simulatedTable();
const model = 'f1 =~ it.1 + it.2 + it.3\nf2 =~ it.4 + it.5 + it.6';
const items = { items: itemNames };

const steps: Record<string, Step['options']> = {
  reliability: { ...items, groupFactors: [] },
  factorability: items,
  number_of_factors: { ...items, draws: 50 },
  efa: { ...items, nfactors: 2 },
  cfa: { model, estimator: 'MLR', stdLv: true },
  cfa_ordinal: { model },
  invariance: { model, group: 'language', partial: ['it.2 ~1'] },
  invariance_ordinal: { model, group: 'language' },
  irt_grm: items,
  dif: { ...items, group: 'language' },
  paired: { pre: 'it-1', post: 'it-2', level: 0.95 },
  two_groups: { outcome: 'mean', group: 'language' },
  many_groups: { outcome: 'mean', group: 'site' },
  multilevel_linear: { outcome: 'mean', group: 'site' },
  multilevel_ordinal: { outcome: 'it-4', group: 'site' },
};

const hasPackages = (packages: readonly string[]) => {
  const test = packages.map((name) => `requireNamespace("${name}", quietly = TRUE)`).join(' && ');
  const asked = spawnSync('Rscript', ['-e', `quit(status = !(${test === '' ? 'TRUE' : test}))`]);
  return asked.status === 0;
};

describe('the script of an archive', () => {
  it('is there for every family that a page of analyses runs', () => {
    expect(Object.keys(steps).sort()).toEqual(Object.keys(scriptParts).sort());
  });

  it('holds the columns that were analysed, in no order of people', () => {
    const [step] = [{ name: 'groups', family: 'two_groups', options: steps['two_groups'] ?? {} }];
    expect([...usedColumns(table, [step], itemNames).keys()]).toEqual(['mean', 'language']);
    const [, ...rows] = dataFile(table, usedColumns(table, [step], itemNames))
      .trim()
      .split('\n');
    expect(rows).toEqual([...rows].sort());
  });

  it('holds no column whose name is a part of one that was analysed', () => {
    const columns = new Map(
      ['q1', 'q10', 'a', 'mean', 'site'].map((name) => [name, table.columns.get('mean')]),
    );
    const used = (options: Step['options']) => [
      ...usedColumns(
        { columns } as never,
        [{ name: 'x', family: 'x', options }],
        ['q1', 'q10', 'a'],
      ).keys(),
    ];
    expect(used({ items: ['q10'], correlation: 'pearson' })).toEqual(['q10']);
    expect(used({ model: 'fa =~ q10 + a', group: 'site' })).toEqual(['q10', 'a', 'site']);
  });

  for (const [family, options] of Object.entries(steps)) {
    it(`gives the numbers of ${family} again in R`, async () => {
      const wanted: Step[] = [{ name: family, family, options }];
      const outcomes = await runSteps({ table, steps: wanted }, { onProgress: () => undefined });
      const names = usedColumns(table, wanted, itemNames);
      const report = renameColumns(valueOf(outcomes, family), names);
      expect(report, JSON.stringify(outcomes)).toBeDefined();
      const renamed = renameColumns(options, names) as Record<string, unknown>;
      const made = [{ name: family, family, options: renamed, report }];
      const numbers = numberLines(made);
      expect(numbers.length).toBeGreaterThan(2);
      if (!hasPackages(scriptParts[family]?.packages ?? [])) {
        process.stdout.write(`R or its packages are not here: ${family} was not computed again\n`);
        return;
      }
      const folder = mkdtempSync(join(tmpdir(), 'attune-reproduce-'));
      writeFileSync(join(folder, 'data.csv'), dataFile(table, names));
      writeFileSync(join(folder, 'reproduce.R'), rScript(made));
      writeFileSync(join(folder, 'numbers.csv'), stringify(numbers, { header: true }));
      const run = spawnSync('Rscript', ['reproduce.R'], { cwd: folder, encoding: 'utf8' });
      expect(run.status, run.stdout + run.stderr).toBe(0);
      expect(run.stdout).toContain(`${numbers.length} of ${numbers.length} numbers agree`);
      // Numbers that are not ours are found out.
      const wrong = readFileSync(join(folder, 'numbers.csv'), 'utf8').replace(
        /,(-?[1-9])/u,
        ',9$1',
      );
      writeFileSync(join(folder, 'numbers.csv'), wrong);
      expect(spawnSync('Rscript', ['reproduce.R'], { cwd: folder }).status).toBe(1);
    }, 60_000);
  }
});

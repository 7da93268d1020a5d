import { describe, expect, it } from 'vitest';
import { readCsvBatch } from '#app/services/intake/read-csv.server.ts';

const described = { deployment: 'ed', modelVersion: '1.0', today: '2026-11-26' };
const heading = 'period_start,period_end,metric,numerator,denominator';
const good = '2026-04-01,2026-05-01,override,12,400';

async function faultsOf(text: string, more: { suppressedBelow?: number } = {}) {
  const read = await readCsvBatch(text, { ...described, ...more });
  return read.ok ? [] : read.faults;
}
/** Line, column and code of each fault. */
const told = async (text: string, more = {}) =>
  (await faultsOf(text, more)).map(({ line, column, code }) => [line, column, code]);

async function recordsOf(text: string) {
  const read = await readCsvBatch(text, described);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.batch.records;
}

describe('a table of records', () => {
  it('says on which line of the file a fault stands, as an editor counts', async () => {
    const bad = '2026-04-01,2026-05-01,override,12,many';
    const ofDenominator = (line: number) => [[line, 'denominator', 'not-a-count']];
    const at = async (lines: readonly string[], ending: string) => told(lines.join(ending));
    for (const ending of ['\n', '\r\n', '\r']) {
      expect(await at([heading, bad], ending)).toEqual(ofDenominator(2));
      expect(await at([heading, '', bad, ''], ending)).toEqual(ofDenominator(3));
      expect(await at(['', '', heading, '', good, '', '', bad], ending)).toEqual(ofDenominator(8));
      const quoted = `2026-05-01,2026-06-01,"override",12,"400${ending}"`;
      expect(await at([heading, quoted, bad], ending)).toEqual([
        ...ofDenominator(2),
        ...ofDenominator(4), // the cell before holds the end of a line
      ]);
    }
    expect(await told(`${heading}\r\n\n${good}\n\r\n${bad}`)).toEqual(ofDenominator(5));
    expect(await told(`\uFEFF${heading}\n,,,,\n${bad}`)).toEqual(ofDenominator(3));
  });

  it('tells both faults of a row at once, of its names and of its numbers', async () => {
    const rows = [
      '2026-04-01,2026-05-01,patient@ward,30,20',
      '2026-06-01,2026-05-01,override,x,-1',
      '2026-07-01,2026-08-01,override,5,x',
      '2026-04-01,2199-05-01,override,30,20',
    ];
    expect(await told([heading, ...rows].join('\n'))).toEqual([
      [2, 'metric', 'identifier-value'],
      [2, 'numerator', 'numerator-above-denominator'],
      [3, 'period_end', 'ends-before-start'],
      [3, 'numerator', 'not-a-count'],
      [3, 'denominator', 'below-zero'],
      [4, 'denominator', 'not-a-count'],
      [5, 'period_end', 'period-in-future'],
      [5, 'numerator', 'numerator-above-denominator'],
    ]);
  });

  it('compares rows that are right although others are wrong, and says with which line', async () => {
    const faults = await faultsOf([heading, good, '', 'x,y,z,1,2', good].join('\n'));
    expect(faults).toContainEqual({
      ...{ pointer: '/records/2', code: 'duplicate', line: 5, otherLine: 2 },
    });
    expect(faults.some(({ line, code }) => line === 4 && code === 'not-a-day')).toBe(true);
  });

  it('refuses a column that is named like what tells who somebody is, before any row is read', async () => {
    const names = ['nhs_number', 'NHS-No', 'MRN', 'DateOfBirth', 'dob', 'name', 'postcode'];
    const others = ['Geburtsdatum', 'apellidos', 'фамилия', 'ЖСН', '身份证号', 'تاريخ الميلاد'];
    for (const name of [...names, ...others]) {
      const text = `${heading},${name}\n${good},x\n1,2`;
      expect(await told(text), name).toEqual([
        [1, name.toLowerCase(), 'identifier-name'],
        [3, undefined, 'ragged-row'],
      ]);
    }
    expect(await told(`${heading},ward\n${good},x`)).toEqual([[1, 'ward', 'unknown-field']]);
    expect(await told(`${heading},metric\n${good},x`)).toEqual([[1, 'metric', 'column-twice']]);
  });

  it('knows the kind of a row by its columns, and reads lists and groups', async () => {
    const wide =
      'metric;period_start;period_end;dimension;level;n;median;q1;q3;edges;levels;counts';
    const rows = [
      'review-seconds;2026-04-01;2026-05-01;interpreter;yes;30;12;8;20;;;',
      'input;2026-04-01;2026-05-01;;;;;;;10 20;;1 2 3',
    ];
    expect(await recordsOf([wide, ...rows].join('\n'))).toMatchObject([
      { kind: 'quantiles', subgroup: { dimension: 'interpreter', level: 'yes' }, q3: 20 },
      { kind: 'input-histogram', edges: [10, 20], counts: [1, 2, 3] },
    ]);
    expect(await told(`${wide}\nx;2026-04-01;2026-05-01;;;;;;;;;\n`)).toEqual([
      [2, 'kind', 'unknown-kind'],
    ]);
  });

  it('reads no number into a cell that is none', async () => {
    for (const cell of ['12,5', '1 000', '0x10', '1e999', 'NaN', 'Infinity', '12%', '—']) {
      const read = await told(`metric;period_start;period_end;numerator;denominator
override;2026-04-01;2026-05-01;${cell};400`);
      expect(read, cell).toEqual([[2, 'numerator', 'not-a-count']]);
    }
  });

  it('refuses counts below the number that the source promised to suppress', async () => {
    const rows = [
      heading,
      '2026-04-01,2026-05-01,override,4,400',
      '2026-05-01,2026-06-01,override,0,400',
    ];
    expect(await told(rows.join('\n'), { suppressedBelow: 5 })).toEqual([
      [2, 'numerator', 'small-cell'],
    ]);
  });
});

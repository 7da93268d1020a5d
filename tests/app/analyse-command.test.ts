import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { analyseCommand } from '#app/cli/analyse/analyse-command.ts';
import { explainError } from '#app/cli/analyse/explain-error.ts';
import { families } from '#app/services/analyses/families.ts';
import { listedFamilies } from '#app/services/analyses/listed-families.ts';
import { matchOptionNames } from '#app/services/analyses/match-option-names.ts';
import { plainNumbers } from '#app/services/analyses/plain-numbers.ts';
import { readTable } from '#app/services/analyses/read-table.ts';

describe('a file as named columns', () => {
  it('reads numbers, words and what is missing', () => {
    const { n, columns } = readTable('\uFEFFa,b\r\n1,x\r\n,NA\r\n-2.5e1,"y, z"\r\n');
    expect(n).toBe(3);
    expect(columns.get('a')).toEqual({ kind: 'number', values: Float64Array.of(1, NaN, -25) });
    expect(columns.get('b')).toEqual({ kind: 'text', values: ['x', null, 'y, z'] });
  });

  it('takes what is too large to be a number for a word', () => {
    const { columns } = readTable('a,b\n1,1e999\n2,Infinity\n');
    expect(columns.get('b')).toEqual({ kind: 'text', values: ['1e999', 'Infinity'] });
  });

  it('refuses rows of different lengths with the line', () => {
    expect(() => readTable('a,b\n1,2\n3\n')).toThrow(/line 3/);
  });
});

it('knows an option in either spelling', () => {
  const given = { min_category: 1, nfactors: 2, other: 3 };
  expect(matchOptionNames(given, ['minCategory', 'nFactors'])).toEqual({
    minCategory: 1,
    nFactors: 2,
    other: 3,
  });
});

const modelFamilies = ['cfa', 'cfa_ordinal', 'invariance', 'invariance_ordinal'] as const;

describe.each(modelFamilies)('%s', (name) => {
  const table = readTable('a,b,c,g\n1,2,1,x\n2,1,2,y\n');
  const group = name.startsWith('invariance') ? { group: 'g' } : {};
  const attempt = async (options: object) => {
    const family = await families[name]?.();
    return family?.run(table, { ...group, ...options }, {});
  };

  it('says what is missing when there is neither a model nor items', async () => {
    await expect(attempt({})).rejects.toMatchObject({ code: 'no-model' });
    await expect(attempt({ items: ['a'] })).rejects.toThrow(ZodError);
  });

  it('takes items as one factor, and a model as it is', async () => {
    expect(await attempt({ items: ['a', 'b', 'c'] })).toEqual(
      await attempt({ model: 'factor =~ a + b + c' }),
    );
  });
});

it('writes typed arrays as lists and undefined numbers as null', () => {
  const value = { a: Float64Array.of(1, NaN), b: new Map([['x', Infinity]]) };
  expect(JSON.stringify(value, plainNumbers)).toBe('{"a":[1,null],"b":{"x":"Infinity"}}');
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-analyse-'));
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const data = file('a.csv', 'a,b,c,g\n1,2,1,x\n2,1,2,y\n3,3,2,x\n1,1,3,y\n');
  const ragged = file('ragged.csv', 'a,b\n1,2\n3\n');

  /** What the person at the keyboard is told. */
  async function told(...args: string[]): Promise<string> {
    try {
      await analyseCommand(args);
    } catch (error) {
      const line = await explainError(error);
      if (line === undefined) throw error;
      return line;
    }
    throw new Error('it was refused');
  }

  const latin = join(folder, 'latin.csv');
  writeFileSync(latin, Buffer.from('text\n\xdcber alles\n', 'latin1'));
  const ofText = (name: string, text: string) => ['--data', file(name, text), '--text', 'a'];

  it.each<[string, string[]]>([
    ['not in UTF-8', ['themes', '--data', latin, '--text', 'text']],
    ['stand apart by semicolons', ['themes', ...ofText('semi.csv', 'a;b\n"x, y";1,5\n')]],
    ['stand apart by tabs', ['themes', ...ofText('tabs.csv', 'a\tb\nx\t1\n')]],
    ['two columns are named a', ['themes', ...ofText('twice-named.csv', 'a,b,a\nx,1,y\n')]],
    ['a quotation mark inside a cell', ['themes', ...ofText('quote.csv', 'a,b\n"x"y,1\n')]],
    ['has no rows under a header', ['themes', ...ofText('empty.csv', '')]],
    ['has no rows under a header', ['opinion', '--data', file('empty2.csv', '')]],
    ['has no rows under a header', ['opinion', '--data', file('header.csv', 'a,b\n')]],
    [
      '--language must be the tag of a known language',
      ['themes', ...ofText('known.csv', 'a\nx\n'), '--language', 'xx'],
    ],
    [
      'at least two codes',
      ['suggest', ...ofText('one.csv', 'a,b\nx,c\ny,c\nz,c\n'), '--label', 'b', '--train', '2'],
    ],
    ['no family is named', []],
    ['there is no family nothing; there are agreement,', ['nothing']],
    ['cfa other is too much', ['reliability', 'cfa', 'other']],
    ['there is no option --dta', ['reliability', '--dta', data]],
    ['--data needs a value', ['reliability', '--data']],
    ['--data is missing', ['reliability', '--items', 'a,b']],
    ['nope.csv: there is no such file', ['reliability', '--data', join(folder, 'nope.csv')]],
    ['this is a folder', ['reliability', '--data', folder]],
    ['line 3 has not as many cells as the header', ['reliability', '--data', ragged]],
    ['--items is missing: it is a list of at least 2 names', ['reliability', '--data', data]],
    [
      '--items must be a list of at least 2 names',
      ['reliability', '--data', data, '--items', 'a,'],
    ],
    ['the file has no column zz', ['reliability', '--data', data, '--items', 'a,zz']],
    ['column g holds words', ['reliability', '--data', data, '--items', 'a,g']],
    ['--group is missing: it is text', ['dif', '--data', data, '--items', 'a,b,c']],
    [
      'g has no group z',
      [
        'two_groups',
        '--data',
        data,
        '--items',
        'a',
        '--group',
        'g',
        '--options',
        '{"group1":"z","group2":"x"}',
      ],
    ],
    ['--options is not a JSON object', ['reliability', '--data', data, '--options', '[1]']],
    [
      '--options min_category must be a number',
      ['reliability', '--data', data, '--items', 'a,b', '--options', '{"min_category":"x"}'],
    ],
    [
      'there is no option --options draw',
      ['reliability', '--data', data, '--items', 'a,b', '--options', '{"draw":3}'],
    ],
    [
      '--items is in --options too',
      ['reliability', '--data', data, '--items', 'a,b', '--options', '{"items":["a","b"]}'],
    ],
    ['--options nfactors is missing', ['efa', '--data', data, '--items', 'a,b,c']],
    ['there is no option --items', ['power', '--items', 'a']],
    [
      '--options matching must be total or rest',
      ['dif', '--data', data, '--items', 'a,b,c', '--group', 'g', '--options', '{"matching":1}'],
    ],
    [
      '--model: Line 1, column 10: found “+”, expected a name.',
      ['cfa', '--data', data, '--model', 'F =~ a + + b'],
    ],
    ['there is neither a model nor items', ['cfa', '--data', data]],
  ])('says: %s', async (says, args) => {
    const line = await told(...args);
    expect(line).toContain(says);
    expect(line).not.toContain('\n');
    expect(line).not.toMatch(/Invalid|undefined|expected array|ZodError/);
  });

  it('lists the families, and of each the options that it declares', async () => {
    const list = (await analyseCommand(['--help'])).split('\n');
    const offered = list.slice(2).map((line) => line.trim());
    expect(offered).toEqual(Object.keys(families).filter((name) => !/^(edge|million)$/.test(name)));
    expect(offered).toEqual(listedFamilies);
    for (const name of Object.keys(families)) {
      const family = await families[name]?.();
      const help = await analyseCommand([name, '--help']);
      for (const option of family?.optionNames ?? []) {
        expect(help).toMatch(new RegExp(`^  (--)?${option} +\\S`, 'm'));
      }
      expect(help).not.toMatch(/undefined|\[object/);
      expect(help.includes('--data')).toBe(family?.needsTable);
    }
    const help = await analyseCommand(['efa', '-h']);
    expect(help).toMatch(/--items +a list of at least 2 names, separated by commas \(needed\)/);
    expect(help).toMatch(/nfactors +a whole number of at least 1 \(needed\)/);
    expect(help).toMatch(/correlation +one of .*polychoric.* \("pearson" unless given\)/);
  });

  it('finds themes in a column of answers, and says how right suggestions are', async () => {
    const rows = Array.from({ length: 60 }, (_, row) =>
      row % 2 === 0
        ? `${row},long queue hours ${row % 7} waiting,wait`
        : `${row},kind nurse ${row % 5} gentle,staff`,
    );
    const file = join(mkdtempSync(join(tmpdir(), 'attune-')), 'comments.csv');
    writeFileSync(file, ['id,comment,code', ...rows, '60,n/a,', '61,,'].join('\n'));
    const text = ['--data', file, '--text', 'comment'];
    const themes = JSON.parse(
      await analyseCommand(['themes', ...text, '--k', '2', '--seed', '3']),
    ) as {
      k: number;
      assignments: (number | null)[];
      setAside: { row: number; reason: string }[];
    };
    expect(themes.k).toBe(2);
    expect(new Set(themes.assignments.slice(0, 60)).size).toBe(2);
    expect(themes.setAside.map(({ row }) => row)).toEqual([60, 61]);
    const suggest = ['suggest', ...text, '--label', 'code', '--train', '10'];
    expect(JSON.parse(await analyseCommand(suggest))).toMatchObject({ tested: 50, accuracy: 1 });
    await expect(analyseCommand(['themes', ...text, '--k', 'many'])).rejects.toThrow(/--k/);
    await expect(analyseCommand(['themes', '--data', file, '--text', 'no'])).rejects.toThrow();
  });

  it('reads votes a row each and a row a participant, and finds those who vote alike', async () => {
    const rows = Array.from({ length: 40 }, (_, who) =>
      Array.from({ length: 8 }, (_cell, what) => ((who + (what % 4 === 3 ? 1 : 0)) % 2 ? 1 : -1)),
    );
    const long = rows.flatMap((own, who) => own.map((vote, what) => `v${who},c${what},${vote}`));
    const names = rows[0]?.map((_, what) => `c${what}`) ?? [];
    const wide = rows.map((own, who) => [`v${who}`, '', 0, ...own].join());
    const files = {
      long: file('long.csv', ['participant,statement,vote', ...long].join('\n')),
      wide: file('wide.csv', [`participant,group-id,n-votes,${names.join()}`, ...wide].join('\n')),
    };
    const found = await Promise.all(
      Object.values(files).map(
        async (path) => JSON.parse(await analyseCommand(['opinion', '--votes', path])) as unknown,
      ),
    );
    expect(found[0]).toMatchObject({ groups: [{ size: 20 }, { size: 20 }], noGroups: null });
    expect(found[1]).toEqual(found[0]);
    const twice = file('twice.csv', 'participant,statement,vote\na,s,1\na,s,-1\n');
    expect(await told('opinion', '--votes', twice)).toContain('a voted on s twice');
    const latest = file(
      'latest.csv',
      'timestamp,comment-id,voter-id,vote\n2,s,a,1\n1,s,a,-1\n3,s,b,pass\n',
    );
    const asked = ['opinion', '--votes', latest, '--options', '{"minimum":1}'];
    expect(JSON.parse(await analyseCommand(asked))).toMatchObject({
      noGroups: 'too-few-participants',
      statements: [{ statement: 's', agree: { count: 1 }, pass: { count: 1 } }],
    });
    const wrong = file('wrong.csv', 'participant,statement,vote\na,s,maybe\n');
    expect(await told('opinion', '--votes', wrong)).toContain('vote holds maybe');
    expect(await told('opinion', '--votes', wrong, '--data', wrong)).toContain('--votes is --data');
  });

  it('runs what is not listed too', async () => {
    const asked = ['edge', '--data', data, '--items', 'a,b'];
    expect(JSON.parse(await analyseCommand(asked))).toBeTypeOf('object');
  });

  it('ends with 2 and one line on bad input, and with 0 and JSON otherwise', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'app/cli/analyse.ts', ...args], {
        encoding: 'utf8',
      });
    const refused = run('reliability', '--data', data);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
    const done = run('descriptives', '--data', data, '--items', 'a,b');
    expect(done).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(done.stdout)).toBeTypeOf('object');
  });
});

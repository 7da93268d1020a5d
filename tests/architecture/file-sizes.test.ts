import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const data =
  /(^surveys\/library\/|^surveys\/model\/covariates\.ts$|^db\/migrations\/|default-consent\/)/;

function codeFiles(): { file: string; lines: number }[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((file) => /\.(ts|tsx|js|cjs|css)$/.test(file) && !data.test(file))
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .sort((a, b) => a.lines - b.lines);
}

it('keeps files short: median at most 70 lines, nine in ten at most 200, none over 300', () => {
  const files = codeFiles();
  const at = (share: number) => files[Math.floor(share * (files.length - 1))]?.lines ?? 0;
  expect(files.filter(({ lines }) => lines > 300)).toEqual([]);
  expect(at(0.5)).toBeLessThanOrEqual(70);
  expect(at(0.9)).toBeLessThanOrEqual(200);
});

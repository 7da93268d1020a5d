import { expect, it } from 'vitest';
import { localPath } from '#app/http/local-path.ts';

it.each(['/board', '/studies/1?tab=2', '/accept/abc'])('keeps the local path %s', (path) => {
  expect(localPath(path)).toBe(path);
});

it.each([
  null,
  undefined,
  '',
  'board',
  'https://elsewhere.example/',
  '//elsewhere.example/x',
  '/\\elsewhere.example/x',
  '/\t/elsewhere.example',
  'javascript:alert(1)',
  '\\\\elsewhere.example',
  '/\n/elsewhere.example',
])('goes to the start page instead of %j', (wanted) => {
  expect(localPath(wanted)).toBe('/start');
});

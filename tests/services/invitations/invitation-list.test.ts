import { expect, it } from 'vitest';
import {
  checkInvitationList,
  maximumInvitations,
  readInvitationList,
} from '#app/services/invitations/invitation-list.ts';

const sites = [
  { id: 'n', name: 'North' },
  { id: 's', name: 'Süd, Haus 2' },
];
const context = { sites, languages: ['en', 'kk'] as const, siteId: 'n', language: 'en' as const };

function check(
  text: string,
  change: Partial<typeof context | { siteId: null; language: null }> = {},
) {
  const read = readInvitationList(text);
  const checked = checkInvitationList(read.rows, { ...context, ...change });
  return { invitees: checked.invitees, rejected: [...read.rejected, ...checked.rejected] };
}

const reasons = (text: string, change = {}) =>
  check(text, change).rejected.map(({ line, reason, value }) => [line, reason, value]);

it('takes addresses alone, one a line', () => {
  expect(check('A@x.example\n\n  b@x.example \r\n')).toEqual({
    invitees: [
      { line: 1, email: 'a@x.example', siteId: 'n', language: 'en' },
      { line: 3, email: 'b@x.example', siteId: 'n', language: 'en' },
    ],
    rejected: [],
  });
});

it.each([
  ['comma', 'a@x.example,"Süd, Haus 2",kk'],
  ['semicolon', 'a@x.example;süd, haus 2;KK'],
  ['tab', 'a@x.example\tSÜD, HAUS 2\tҚазақша'],
  ['header in another order', 'Language;E-mail;Site\nkk;a@x.example;Süd, Haus 2'],
  ['byte order mark', '\uFEFFemail;site;language\na@x.example;Süd, Haus 2;kk'],
])('reads a list: %s', (_, text) => {
  const { invitees, rejected } = check(text);
  expect(rejected).toEqual([]);
  expect(invitees).toMatchObject([{ email: 'a@x.example', siteId: 's', language: 'kk' }]);
});

it('names every row that is wrong, with its line and reason', () => {
  const text = [
    'email,site,language',
    'good@x.example,North,en',
    'not-an-address,North,en',
    'GOOD@x.example,North,en',
    ',North,en',
    'c@x.example,West,en',
    'd@x.example,North,fr',
    'e@x.example,North,en,more',
    'f@x,West,fr',
  ].join('\n');
  expect(reasons(text)).toEqual([
    [8, 'too-many-columns', '4'],
    [3, 'email-invalid', 'not-an-address'],
    [4, 'email-repeated', 'good@x.example'],
    [5, 'email-missing', ''],
    [6, 'site-unknown', 'West'],
    [7, 'language-unknown', 'fr'],
    [9, 'email-invalid', 'f@x'],
    [9, 'site-unknown', 'West'],
    [9, 'language-unknown', 'fr'],
  ]);
});

it('needs a site and a language for rows that name none', () => {
  expect(reasons('a@x.example', { siteId: null, language: null })).toEqual([
    [1, 'site-missing', ''],
    [1, 'language-missing', ''],
  ]);
  expect(reasons('a@x.example', { siteId: 'elsewhere' })).toEqual([[1, 'site-missing', '']]);
});

it('reads on behind a misplaced quotation mark', () => {
  const text = [
    'email;site;language',
    'not-an-address;North;en',
    'a@x.example;"Süd, Haus 2;en',
    'b@x.example;North;en',
    'c"@x.example;North;en',
    '"d@x.example";West;en',
  ].join('\n');
  const { invitees, rejected } = check(text);
  expect(invitees.map(({ line, email }) => [line, email])).toEqual([[4, 'b@x.example']]);
  expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'unreadable'],
    [5, 'unreadable'],
    [2, 'email-invalid'],
    [6, 'site-unknown'],
  ]);
});

it('refuses a file that is no list', () => {
  const many = Array.from({ length: maximumInvitations + 1 }, (_, i) => `p${i}@x.example`);
  expect(reasons(many.join('\n'))).toEqual([[1, 'too-many-rows', String(many.length)]]);
});

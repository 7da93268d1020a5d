import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Language } from '#surveys/model/languages.ts';
import { languageNames } from '../../i18n/locales.ts';

export const maximumInvitations = 5000;

export const rejectionReasons = [
  'unreadable',
  'too-many-rows',
  'too-many-columns',
  'email-missing',
  'email-invalid',
  'email-repeated',
  'already-invited',
  'site-missing',
  'site-unknown',
  'language-missing',
  'language-unknown',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** `value`: what the cell said. */
export type Rejection = { line: number; email: string; reason: RejectionReason; value: string };
export type Invitee = { line: number; email: string; siteId: string; language: Language };

type Row = { line: number; email: string; site: string; language: string };

const columns = ['email', 'site', 'language'] as const;
type Column = (typeof columns)[number];

const columnNames: Record<string, Column> = {
  email: 'email',
  'e-mail': 'email',
  mail: 'email',
  site: 'site',
  language: 'language',
  lang: 'language',
};

function columnOf(cell: string): Column | undefined {
  return columnNames[cell.trim().toLowerCase()];
}

type Parsed = { info: { lines: number }; record: string[] };

/** As spreadsheets of different countries write it; the first line decides. */
function delimiterOf(text: string): string {
  const firstLine = text.trimStart().split('\n', 1)[0] ?? '';
  return ['\t', ';'].find((delimiter) => firstLine.includes(delimiter)) ?? ',';
}

function readRecords(text: string, delimiter: string): Parsed[] {
  return parse(text, {
    delimiter,
    bom: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    info: true,
  }) as unknown as Parsed[];
}

const unreadable = (line: number): Rejection => ({
  line,
  email: '',
  reason: 'unreadable',
  value: '',
});

/** A misplaced quotation mark must not hide what is wrong with other lines: each is read by itself. */
function readLines(text: string, delimiter: string): { records: Parsed[]; rejected: Rejection[] } {
  const records: Parsed[] = [];
  const rejected: Rejection[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    try {
      const [found] = readRecords(line, delimiter);
      if (found) records.push({ ...found, info: { lines: index + 1 } });
    } catch {
      rejected.push(unreadable(index + 1));
    }
  }
  return { records, rejected };
}

function readAll(text: string): { records: Parsed[]; rejected: Rejection[] } {
  const delimiter = delimiterOf(text);
  try {
    return { records: readRecords(text, delimiter), rejected: [] };
  } catch {
    return readLines(text, delimiter);
  }
}

/** Rows of a pasted list: addresses alone, or address, site and language, with or without a header. */
export function readInvitationList(text: string): { rows: Row[]; rejected: Rejection[] } {
  const { records, rejected } = readAll(text.replace(/\r\n?/g, '\n'));
  const [first] = records;
  const header = first?.record.map(columnOf);
  const hasHeader = header?.includes('email') === true;
  const order: readonly (Column | undefined)[] = hasHeader ? header : columns;
  const body = hasHeader ? records.slice(1) : records;
  if (body.length > maximumInvitations) {
    const value = String(body.length);
    return { rows: [], rejected: [{ line: 1, email: '', reason: 'too-many-rows', value }] };
  }
  const rows: Row[] = [];
  for (const { info, record } of body) {
    const cell = (column: Column) => (record[order.indexOf(column)] ?? '').slice(0, 300);
    const row = {
      line: info.lines,
      email: cell('email').toLowerCase(),
      site: cell('site'),
      language: cell('language'),
    };
    if (record.length > order.length) {
      const value = String(record.length);
      rejected.push({ line: row.line, email: row.email, reason: 'too-many-columns', value });
    }
    rows.push(row);
  }
  return { rows, rejected };
}

export type ListContext = {
  sites: readonly { id: string; name: string }[];
  languages: readonly Language[];
  /** For rows that name none. */
  siteId: string | null;
  language: Language | null;
};

const isEmail = (value: string) => value.length <= 254 && z.email().safeParse(value).success;

function findSite({ site }: Row, { sites, siteId }: ListContext): string | null {
  const wanted = site.toLocaleLowerCase();
  const found = sites.find(({ id, name }) =>
    site === '' ? id === siteId : name.toLocaleLowerCase() === wanted,
  );
  return found?.id ?? null;
}

function findLanguage(row: Row, { languages, language }: ListContext): Language | null {
  if (row.language === '') return language;
  const wanted = row.language.toLocaleLowerCase();
  const isWanted = (offered: Language) =>
    offered === wanted || languageNames[offered].toLocaleLowerCase() === wanted;
  return languages.find(isWanted) ?? null;
}

function emailProblem(email: string, seen: ReadonlySet<string>): RejectionReason | null {
  if (email === '') return 'email-missing';
  if (!isEmail(email)) return 'email-invalid';
  return seen.has(email) ? 'email-repeated' : null;
}

/** Everybody on the list, and every reason why somebody cannot be invited. */
export function checkInvitationList(
  rows: readonly Row[],
  context: ListContext,
): { invitees: Invitee[]; rejected: Rejection[] } {
  const seen = new Set<string>();
  const invitees: Invitee[] = [];
  const rejected: Rejection[] = [];
  for (const row of rows) {
    const { line, email } = row;
    const refuse = (reason: RejectionReason, value: string) =>
      rejected.push({ line, email, reason, value });
    const problem = emailProblem(email, seen);
    seen.add(email);
    if (problem) refuse(problem, email);
    const siteId = findSite(row, context);
    if (siteId === null) refuse(row.site === '' ? 'site-missing' : 'site-unknown', row.site);
    const language = findLanguage(row, context);
    if (language === null) {
      refuse(row.language === '' ? 'language-missing' : 'language-unknown', row.language);
    }
    if (!problem && siteId && language) invitees.push({ line, email, siteId, language });
  }
  return { invitees, rejected };
}

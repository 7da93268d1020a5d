import type { Language, LocalText } from '#surveys/model/languages.ts';
import type { ReplyVerdict } from '#db/schema/theme-check.ts';
import type { ShownCount } from '../panels/shown-count.ts';
import type { Agreement } from './agreement-of.ts';

export type BandOfTheme = {
  label: LocalText;
  /** Null: one of fewer than may be shown. */
  people: number | null;
};

export type ReportedTheme = {
  id: string;
  title: LocalText;
  summary: LocalText;
  codes: string[];
  people: ShownCount;
  strata: { question: LocalText; bands: BandOfTheme[] }[];
  /** Ids of quotes: the words stand where they can be taken back. */
  quoteIds: string[];
  /** Of those who speak against it; empty: none was found, or none may be quoted. */
  dissentIds: string[];
  dissenters: ShownCount;
};

/**
 * A theme report as it is kept. It holds no words of contributions: whoever takes theirs back is quoted
 * nowhere from then on, and the report is marked as superseded.
 */
export type ThemeReportContent = {
  report: 'themes';
  title: LocalText;
  roundNumber: number;
  languages: Language[];
  minimumGroup: number;
  version: string;
  codebookVersion: number;
  inputsHash: string;
  coverage: {
    contributions: number;
    withTheme: number;
    people: ShownCount;
    withoutContent: number;
    unassigned: number;
  };
  themes: ReportedTheme[];
  acceptance: { offered: number; taken: number };
  agreement: Agreement;
  flags: { byPerson: boolean; reason: string; answer: string }[];
  check: {
    openedOn: string;
    closedOn: string;
    replies: Record<ReplyVerdict, ShownCount>;
    printed: { verdict: ReplyVerdict; language: string; words: string | null; answer: string }[];
  };
};

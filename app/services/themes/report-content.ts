import type { Language, LocalText } from '#surveys/model/languages.ts';
import type { ReplyVerdict } from '#db/schema/theme-check.ts';
import type { ShownCount } from '../panels/shown-count.ts';
import type { Agreement } from './agreement-of.ts';

export type BandOfTheme = {
  label: LocalText;
  /** Null: one of fewer than may be shown. */
  people: number | null;
  /** Among those of the band who wrote; only where so many wrote that a share says something. */
  share?: { among: number; low: number; high: number };
};

/** How far two readers agree that a text has a theme. */
export type AgreementOnTheme = {
  /** Texts that either of them put there; null: too few to say. */
  texts: number | null;
  agreement: number | null;
};

/** What people of one band speak of most. */
export type TopConcerns = {
  question: LocalText;
  bands: {
    label: LocalText;
    /** Titles of the themes that most of them named, several where as many did; null: too few to say. */
    themes: LocalText[] | null;
  }[];
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
  /** What fits the theme least; none where few words may be quoted, or in reports of earlier versions. */
  edgeIds?: string[];
  /** Of those who speak against it; empty: none was found, or none may be quoted. */
  dissentIds: string[];
  dissenters: ShownCount;
  readers?: AgreementOnTheme;
};

/**
 * A theme report as it is kept. It holds no words of contributions, replies or flags: whoever takes theirs
 * back is quoted nowhere from then on, also in older versions, and the report is marked as superseded.
 */
export type ThemeReportContent = {
  report: 'themes';
  title: LocalText;
  roundNumber: number;
  /** Left out: of people of the panel. survey: each text counts as one person, whom nobody knows. */
  source?: 'survey';
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
  topConcerns?: TopConcerns[];
  acceptance: { offered: number; taken: number };
  agreement: Agreement;
  /** Null: the answer repeated words that were taken back, and is not written anew yet. */
  flags: { id: string; byPerson: boolean; answer: string | null }[];
  check: {
    openedOn: string;
    closedOn: string;
    replies: Record<ReplyVerdict, ShownCount>;
    printed: {
      verdict: ReplyVerdict;
      language: string;
      /** Leads to the words; null where these were not to be printed. */
      id: string | null;
      /** Left out in reports of earlier versions. */
      replyId?: string;
      /** Null: as that of a flag. */
      answer: string | null;
    }[];
  };
};

import type { ChosenQuote } from './choose-quotes.ts';
import type { StabilityOfCount } from './count-themes.ts';
import type { KeyPhrase } from './key-phrases.ts';
import type { ProposedMerge } from './propose-merges.ts';
import type { Steadiness } from './steadiness.ts';
import type { Span } from './text/quote-span.ts';

/** What is asked of the texts, whatever their languages. */
export type ThemeQuestion = {
  readonly texts: readonly string[];
  readonly k: number | 'auto';
  readonly seed: number;
  /** 'small': two to three times as many, with proposed merges, so that rare themes surface. */
  readonly grain?: 'themes' | 'small';
  /** Who wrote each text and of which stratum they are, where that is known: quotes are spread over them. */
  readonly people?: readonly (string | null)[];
  readonly strata?: readonly (string | null)[];
  /** Whether the author agrees to be quoted; not given: all do. */
  readonly quotable?: readonly boolean[];
  /** What each author said on one scale: who stands on the other side of it than their theme dissents. */
  readonly scores?: readonly (number | null)[];
  /** Told the share done; may stop the work by throwing. */
  readonly progress?: (share: number) => void;
};

/** Words to be shown verbatim: from start to end of the text of the row. */
export type ThemeQuote = ChosenQuote & Span;

export type Theme = {
  readonly index: number;
  /** Rows. */
  readonly size: number;
  /** In [0, 1]: see `themeStability`; and in words. */
  readonly stability: number;
  readonly steadiness: Steadiness;
  readonly phrases: readonly KeyPhrase[];
  /** Rows: the most central first, one at the edge last. */
  readonly quotes: readonly number[];
  /** The same with the part each plays and where its words stand. */
  readonly quoted: readonly ThemeQuote[];
  /** Row of the quote that speaks against the others; null: none was found. */
  readonly dissent: number | null;
  /** Where the theme is better read by hand, its rows in the order that shows most first; else none. */
  readonly readingOrder: readonly number[];
};

/** Fewer themes than were asked for: there are not as many different answers. */
export type ThemeWarning = {
  readonly code: 'fewer-themes';
  readonly asked: number;
  readonly found: number;
};

export type ThemeResult = {
  readonly k: number;
  /** Index of the theme of each row; null for an answer without content. */
  readonly assignments: readonly (number | null)[];
  readonly themes: readonly Theme[];
  /** Small themes that may be one; none where themes were not asked to be small. */
  readonly merges: readonly ProposedMerge[];
  readonly setAside: readonly { readonly row: number; readonly reason: 'no-content' }[];
  /** Rows none of whose words anybody else uses: they are in the theme that is nearest, which says little. */
  readonly unsure: readonly number[];
  /** Rows with the same words as an earlier one: they count, and are in its theme. */
  readonly repeated: readonly number[];
  readonly coverage: {
    readonly rows: number;
    readonly withTheme: number;
    readonly setAside: number;
    readonly unsure: number;
    /** Rows with the same words as an earlier one. */
    readonly repeated: number;
    /** Whose rows have a theme; null where people are not known. */
    readonly people: number | null;
  };
  /** Empty where k was given. */
  readonly curve: readonly StabilityOfCount[];
  readonly warnings: readonly ThemeWarning[];
};

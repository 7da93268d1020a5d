import type { Verdict } from '#db/schema/suggestion.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import type { NamedSubject } from './list-subjects.server.ts';

type Listed = { id: string; number: number; text: LocalText; raisedOn: string; standing: number };
type Decision = {
  id: string;
  suggestionId: string;
  number: number;
  verdict: Verdict;
  reason: LocalText;
  decidedBy: string;
  decidedOn: string;
};
type Change = {
  id: string;
  suggestionId: string;
  what: LocalText;
  changedOn: string;
  about: NamedSubject;
};
type Linked = {
  suggestionId: string;
  language: string;
  text: string;
  start: number | null;
  end: number | null;
  translations: Translation[];
};

type Translation = { language: string; text: string; origin: 'human' | 'machine' };

export type Quote = { language: string; words: string; translations: Translation[] };

/** One suggestion with what was said, decided and changed. The newest decision counts. */
export type Outcome = {
  id: string;
  number: number;
  text: LocalText;
  raisedOn: string;
  /** Days since it was raised, while nothing is decided. */
  openDays: number | null;
  /** All words it was built on were taken back. */
  isWithoutWords: boolean;
  quotes: Quote[];
  decisions: Decision[];
  changes: Change[];
};

function daysBetween(from: string, until: string): number {
  return Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000));
}

/**
 * The words are read from the contribution each time, by their span: they are stored once. A translation
 * is of all its words, so it stands beside a quote of all of them alone.
 */
export function quotesOf(linked: readonly Omit<Linked, 'suggestionId'>[]): Quote[] {
  return linked.flatMap(({ language, text, start, end, translations }) => {
    if (start === null || end === null) return [];
    const words = text.slice(start, end);
    const isWhole = words.trim() === text.trim();
    return [{ language, words, translations: isWhole ? translations : [] }];
  });
}

export function presentSuggestions(
  listed: readonly Listed[],
  parts: {
    decisions: readonly Decision[];
    changes: readonly Change[];
    linked: readonly Linked[];
    on: string;
  },
): Outcome[] {
  return listed.map(({ id, number, text, raisedOn, standing }) => {
    const own = <Part extends { suggestionId: string }>(all: readonly Part[]) =>
      all.filter(({ suggestionId }) => suggestionId === id);
    const decisions = own(parts.decisions);
    return {
      ...{ id, number, text, raisedOn, decisions },
      openDays: decisions.length === 0 ? daysBetween(raisedOn, parts.on) : null,
      isWithoutWords: standing === 0,
      quotes: quotesOf(own(parts.linked)),
      changes: own(parts.changes),
    };
  });
}

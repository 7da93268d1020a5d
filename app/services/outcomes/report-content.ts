import type { Language, LocalText } from '#surveys/model/languages.ts';
import type { RatedItem, RatedRound } from './present-ratings.ts';
import type { Fact, FactsByGroup } from './report-facts.ts';
import { narrativeKey, reportForms, scoreKey, type ReportFormKind } from './report-forms.ts';

export type ReportedItem = {
  id: string;
  section: number | null;
  facts: Fact[];
  /** In the facilitators' words; empty: nothing was written. */
  narrative: string;
  /** 1 to 5; empty: not scored. */
  selfScore: string;
  ratings: (RatedItem & { round: LocalText; people: number })[];
};

/**
 * A report as it is kept: sentences by their key and values, so that it can be written in each
 * language of the panel. It holds no words of contributions: those stand where they can be taken back.
 */
export type ReportContent = {
  kind: ReportFormKind;
  title: LocalText;
  languages: Language[];
  minimumGroup: number;
  collectedOn: string;
  items: ReportedItem[];
};

export type Narratives = readonly { item: string; text: string }[];

export function reportItems(
  kind: ReportFormKind,
  records: { facts: FactsByGroup; ratings: readonly RatedRound[] },
  narratives: Narratives,
): ReportedItem[] {
  const written = (key: string) => narratives.find(({ item }) => item === key)?.text ?? '';
  return reportForms[kind].map(({ id, section, records: groups, rated }) => ({
    id,
    section: section ?? null,
    facts: groups.flatMap((group) => records.facts[group]),
    narrative: written(narrativeKey(kind, id)),
    selfScore: written(scoreKey(kind, id)),
    ratings:
      rated === undefined
        ? []
        : records.ratings.flatMap(({ title, people, items }) =>
            people === null
              ? []
              : items
                  .filter(({ item }) => item === rated)
                  .map((item) => ({ ...item, round: title, people })),
          ),
  }));
}

import { missingReasons } from '#surveys/model/answers.ts';
import type { Reader } from '../results/reader.server.ts';
import { dimensionLabel, wordOf } from '../results/wording.ts';
import type { CheckedTable, RejectedRow } from './check-rows.ts';
import type { CheckedDraft } from './internal.server.ts';
import type { Mapping } from './mapping.ts';
import { choicesOf, type Choice } from './value-groups.ts';

type Option = { value: string; label: string };

export type ImportView = {
  study: { id: string; title: string };
  fileName: string;
  delimiter: 'comma' | 'semicolon' | 'tab' | 'bar';
  columns: { heading: string; target: string; examples: string[] }[];
  items: Option[];
  covariates: Option[];
  fixed: Mapping['fixed'];
  places: { site: Option[]; language: Option[]; wave: Option[] };
  /** Values that are plain to nobody, with what the importer said they stand for. */
  unknown: {
    group: string;
    label: string;
    values: { value: string; columns: string[]; said: string | null }[];
    more: number;
    choices: Option[];
  }[];
  counts: { rows: number; accepted: number; rejected: number };
  rejected: RejectedRow[];
  /** What has to be said for all rows before any can be stored. */
  missingPlaces: CheckedTable['missingPlaces'];
};

const shownRows = 200;
const shownValues = 20;
const exampleRows = 3;
const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

function choiceLabel(reader: Reader, { study }: CheckedDraft, choice: Choice): string {
  if (choice.label === null) {
    const reason = missingReasons[-Number(choice.value) - 1];
    return reason ? reader.t(`missing.${reason}`) : reader.t('notStated');
  }
  if (typeof choice.label === 'string') return choice.label;
  const words = wordOf(reader, study.instrument, choice.label);
  return `${choice.value} ${words}`;
}

function optionsOf(reader: Reader, draft: CheckedDraft, group: string): Option[] {
  return choicesOf(draft.study, group).map((choice) => ({
    value: choice.value,
    label: choiceLabel(reader, draft, choice),
  }));
}

function groupLabel(reader: Reader, group: string): string {
  if (group.startsWith('options:')) return reader.t('import.target.items');
  return dimensionLabel(reader, group.replace('covariate:', ''));
}

function unknownOf(reader: Reader, draft: CheckedDraft): ImportView['unknown'] {
  const { mapping, checked } = draft;
  const groups = new Set([...Object.keys(mapping.values), ...Object.keys(checked.unknownValues)]);
  return [...groups].map((group) => {
    const said = mapping.values[group] ?? {};
    const unsaid = checked.unknownValues[group] ?? [];
    return {
      group,
      label: groupLabel(reader, group),
      values: [
        ...unsaid.slice(0, shownValues).map((unknown) => ({ ...unknown, said: null })),
        ...Object.entries(said).map(([value, meaning]) => ({ value, columns: [], said: meaning })),
      ],
      more: Math.max(0, unsaid.length - shownValues),
      choices: optionsOf(reader, draft, group),
    };
  });
}

/** What the page of an upload shows: columns, unknown values, rejected rows, what would be stored. */
export function presentImport(reader: Reader, draft: CheckedDraft, title: string): ImportView {
  const { study, table, mapping, checked } = draft;
  return {
    study: { id: study.id, title },
    fileName: draft.fileName,
    delimiter: delimiterNames[table.delimiter],
    columns: table.header.map((heading, index) => ({
      heading,
      target: mapping.columns[index] ?? 'ignore',
      examples: table.rows.slice(0, exampleRows).map(({ cells }) => cells[index] ?? ''),
    })),
    items: study.instrument.items.map(({ id, stem }) => ({
      value: `item:${id}`,
      label: `${id}: ${wordOf(reader, study.instrument, stem)}`,
    })),
    covariates: study.covariates.map((id) => ({
      value: `covariate:${id}`,
      label: dimensionLabel(reader, id),
    })),
    fixed: mapping.fixed,
    places: {
      site: optionsOf(reader, draft, 'site'),
      language: optionsOf(reader, draft, 'language'),
      wave: optionsOf(reader, draft, 'wave'),
    },
    unknown: unknownOf(reader, draft),
    counts: {
      rows: table.rows.length,
      accepted: checked.accepted.length,
      rejected: checked.rejectedRows,
    },
    missingPlaces: checked.missingPlaces,
    rejected: checked.rejected.slice(0, shownRows),
  };
}

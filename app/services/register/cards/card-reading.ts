import type { CardFormat } from '#db/schema/card-import.ts';
import type { StatedPerformance, MlflowReference } from '#db/schema/model-version.ts';
import type { FieldName, Section } from '../description-fields.ts';
import type { Sections } from '../description-schema.ts';

/** Why a field stays as it was written: it is prose, too long, or the register has no place for it. */
export type KeptReason = 'no-field' | 'prose' | 'too-long' | 'not-a-date';

export type ReportRow =
  | { path: string; outcome: 'mapped'; target: string; text: string }
  | { path: string; outcome: 'kept'; reason: KeptReason; text: string }
  | { path: string; outcome: 'empty' };

/** What a card says in the register's terms, and what became of each of its fields. */
export type CardReading = {
  format: CardFormat;
  name: string;
  summary: string;
  sections: Sections;
  version: {
    version: string;
    releasedOn: string | null;
    modelType: string;
    foundationModels: string;
    mlflow: MlflowReference;
    performance: StatedPerformance[];
  };
  report: ReportRow[];
};

export type SectionTarget = { [S in Section]: `${S}.${FieldName}` }[Section];

/** Where a field of a card goes. */
export type CardTarget =
  | SectionTarget
  | 'name'
  | 'summary'
  | 'version'
  | 'releasedOn'
  | 'modelType'
  | 'foundationModels'
  | 'performance'
  | 'kept';

export const emptyReading = (format: CardFormat): CardReading => ({
  ...{ format, name: '', summary: '', sections: {}, report: [] },
  version: {
    ...{ version: '', releasedOn: null, modelType: '', foundationModels: '' },
    ...{ mlflow: {}, performance: [] },
  },
});

/** The fields of a card that are kept word for word. */
export function keptFields(report: readonly ReportRow[]): { path: string; text: string }[] {
  return report.flatMap((row) =>
    row.outcome === 'kept' ? [{ path: row.path, text: row.text }] : [],
  );
}

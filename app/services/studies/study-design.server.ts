import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listPublishedVersions } from '#db/queries/instrument.server.ts';
import { findPanel } from '#db/queries/panel.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import type { ResponseMode } from '#db/schema/study.ts';
import type { CovariateId } from '#surveys/model/covariates.ts';
import type { Language, LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { declaredLanguages } from '../instruments/declared-languages.ts';
import { isFieldable, lowestMinimumCellSize } from './response-modes.ts';

export type StudyDesign = {
  title: LocalText;
  instrumentVersionId: string;
  languages: Language[];
  siteIds: string[];
  covariates: CovariateId[];
  responseMode: ResponseMode;
  minimumCellSize: number;
  /** The panel in which what people write in their own words is read. */
  wordsPanelId?: string | null;
};

function invalid(reason: string, values: Record<string, string | number> = {}): ServiceError {
  return new ServiceError('invalid', reason, values);
}

/** Refuses what no study may be, whatever form it came from. */
export async function checkDesign(
  tx: Transaction,
  member: Member,
  design: StudyDesign,
): Promise<void> {
  const { organisationId } = member;
  if (Object.values(design.title).every((title) => title.trim() === '')) {
    throw invalid('study-title-missing');
  }
  if (!isFieldable(design.responseMode)) throw invalid('response-mode-for-panels');
  if (design.minimumCellSize < lowestMinimumCellSize) {
    throw invalid('cell-size-too-small', { minimum: lowestMinimumCellSize });
  }
  const versions = await listPublishedVersions(tx, { organisationId });
  const version = versions.find(({ id }) => id === design.instrumentVersionId);
  if (!version) throw invalid('instrument-not-published');
  if (design.wordsPanelId != null) {
    const panel = await findPanel(tx, { organisationId, panelId: design.wordsPanelId });
    if (!panel) throw invalid('words-panel-unknown');
  }
  const offered = declaredLanguages(version.document);
  if (design.languages.length === 0) throw invalid('study-language-missing');
  if (design.languages.some((language) => !offered.includes(language))) {
    throw invalid('study-language-not-offered');
  }
  const known = new Set((await listSites(tx, { organisationId })).map(({ id }) => id));
  if (design.siteIds.length === 0) throw invalid('study-site-missing');
  if (design.siteIds.some((id) => !known.has(id))) throw invalid('study-site-unknown');
}

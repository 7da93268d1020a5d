import type { Instrument } from '#surveys/model/instrument.ts';
import { staffCovariates } from '#surveys/model/covariates.ts';
import { localText, type LocalText } from '#surveys/model/languages.ts';
import { languageNames, languageSchema } from '../../i18n/locales.ts';
import type { Estimate, NotEstimableReason } from '#analysis/estimate.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import { suppressionReasons, type SuppressionReason } from '#analysis/suppression/release.ts';
import type { Reader } from './reader.server.ts';
import { waveGroup, type Level } from './specification.ts';

export const knownDimensions = [
  'site',
  'language',
  'role',
  'experience',
  'ai-training',
  'ai-understanding',
] as const;
export type KnownDimension = (typeof knownDimensions)[number];

export function isKnownDimension(id: string): id is KnownDimension {
  return knownDimensions.some((known) => known === id);
}

export function wordOf(reader: Reader, instrument: Instrument, text: LocalText): string {
  return localText(text, reader.language, instrument.sourceLanguage);
}

export function levelLabel(
  reader: Reader,
  study: ResultsStudy,
  dimension: string,
  level: Level,
): string {
  if (level === null) return reader.t('notStated');
  if (dimension === waveGroup) return study.waves.find(({ id }) => id === level)?.name ?? level;
  if (dimension === 'site') return study.sites.find(({ id }) => id === level)?.name ?? level;
  if (dimension === 'language') {
    const language = languageSchema.safeParse(level);
    return language.success ? languageNames[language.data] : level;
  }
  const covariate = staffCovariates.find(({ id }) => id === dimension);
  const option = covariate?.options.find(({ code }) => String(code) === level);
  return option ? wordOf(reader, study.instrument, option.label) : level;
}

export function dimensionLabel({ t }: Reader, dimension: string): string {
  if (dimension === waveGroup) return t('dimension.wave');
  return isKnownDimension(dimension) ? t(`dimension.${dimension}`) : dimension;
}

function isSuppression(
  reason: SuppressionReason | NotEstimableReason,
): reason is SuppressionReason {
  return suppressionReasons.some((known) => known === reason);
}

/** Why a group or a number is not there, in words. */
export function suppressedText(
  { t }: Reader,
  reason: SuppressionReason | NotEstimableReason,
  minimum: number,
): string {
  return isSuppression(reason)
    ? t(`suppressed.${reason}`, { minimum })
    : t(`notEstimable.${reason}`);
}

export function estimateText(reader: Reader, estimate: Estimate, decimals = 2): string {
  return estimate.ok
    ? reader.number(estimate.value, decimals)
    : reader.t(`notEstimable.${estimate.reason}`);
}

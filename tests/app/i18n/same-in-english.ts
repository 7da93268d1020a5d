import type { Language } from '#surveys/model/languages.ts';

/** Texts that are right as they are in another language, each named: names and international words. */
const everywhere = ['common:brand', 'instruments:rights.doi'];

/** Names of indices and programs, which every language writes alike. */
const international = new Set(
  `CFI TLI RMSEA SRMR SRMSR RMSR AIC BIC AVE CR MAP VSS DOI COSMIN KMO HTMT ICC`.split(' '),
);

const byLanguage: Partial<Record<Language, readonly string[]>> = {
  de: [
    'studies:pseudonyms.panel',
    'studies:pseudonyms.person',
    'studies:pseudonyms.pseudonym',
    'panels:title',
    'jobs:instrument',
    'panels:lists.panels',
    'common:nav.panels',
    'panels:breadcrumbs',
    'recruitment:ways.name',
    'recruitment:people.person',
    'recruitment:person.name',
    'recruitment:consent.version',
    'moderation:kind.name',
    'moderation:safeguarding.name',
    'sign-in:secondFactor.code',
    'settings:secondFactor.code',
    'results:tab.items',
    'results:items.row',
    'results:items.sd',
    'results:items.kurtosis',
    'results:scales.items',
    'results:change.degreesOfFreedom',
    'results:import.target.items',
    'instruments:list.items',
    'instruments:instrument.version',
    'instruments:version.name',
    'instruments:item.code',
    'instruments:scale.items',
    'instruments:wording.place.stem',
    'studies:consent.version',
    'analyses:field.rotation',
    'analyses:field.whichItems',
    'analyses:column.item',
    'analyses:column.df',
    'analyses:column.sd',
    'analyses:column.test',
    'analyses:invariance.column.deltaDf',
    'analyses:itemFunctioning.column.uniform',
    'analyses:itemFunctioning.column.total',
    'analyses:knownGroups.tests',
    'analyses:knownGroups.minus',
    'analyses:knownGroups.effect.hedgesG',
    'analyses:change.effect.gz',
    'analyses:correlation.inMethods.pearson',
    'analyses:dimensions.column.df',
    'analyses:confirmatory.variantName.robust',
    'analyses:confirmatory.column.loadings.to',
    'analyses:confirmatory.items',
    'analyses:confirmatory.omega',
    'analyses:itemResponse.firstItem',
    'analyses:itemResponse.information',
    'evidence:kind.retest',
    'evidence:coefficient.omega',
    'evidence:field.items',
  ],
  es: [
    'studies:pseudonyms.panel',
    'panels:settings.general',
    'instruments:no',
    'studies:no',
    'analyses:no',
    'analyses:column.oddsRatio',
    'analyses:invariance.column.factor',
    'analyses:factors.factor',
    'analyses:confirmatory.column.loadings.from',
    'analyses:confirmatory.omega',
    'evidence:no',
    'evidence:coefficient.omega',
    'evidence:reached.configural',
  ],
  zh: [
    'analyses:knownGroups.test.welch',
    'analyses:knownGroups.test.student',
    'analyses:knownGroups.test.mannWhitney',
    'analyses:knownGroups.test.welchAnova',
    'analyses:knownGroups.test.kruskalWallis',
    'analyses:knownGroups.effect.hedgesG',
    'analyses:change.effect.dz',
    'analyses:change.effect.gz',
    'analyses:change.effect.dav',
    'analyses:knownGroups.effect.cohensD',
    'analyses:confirmatory.fornellLarcker',
  ],
};

export function maySoundEnglish(language: Language, key: string, text: string): boolean {
  const words = text.replaceAll(/\{\{[^}]*\}\}/gu, '').match(/\p{L}{2,}/gu) ?? [];
  if (words.every((word) => international.has(word))) return true;
  return everywhere.includes(key) || (byLanguage[language] ?? []).includes(key);
}

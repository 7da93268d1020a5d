import { findDuplicates } from './check-structure.ts';
import type { Instrument } from './instrument.ts';
import { jsonPointer, type InstrumentIssue } from './instrument-issues.ts';
import { missingWording } from './wording.ts';

/** Every declared language version is whole, and exactly the source language is the source. */
export function checkVersions(instrument: Instrument): InstrumentIssue[] {
  const { versions, sourceLanguage } = instrument;
  const standard = new Map(
    versions.filter(({ register }) => register === 'standard').map((v) => [v.language, v]),
  );
  const issues = findDuplicates(
    versions.map(({ language, register }) => `${language} ${register}`),
    'duplicate-version',
    (i) => ['versions', i],
  );
  if (standard.get(sourceLanguage)?.origin !== 'source') {
    issues.push({
      path: jsonPointer(['versions']),
      code: 'source-version-missing',
      values: { language: sourceLanguage },
    });
  }
  for (const [i, { language, register, origin }] of versions.entries()) {
    const at = { path: jsonPointer(['versions', i]), values: { language, register } };
    if (origin === 'source' && language !== sourceLanguage) {
      issues.push({ ...at, code: 'source-version-elsewhere' });
    }
    if (register === 'easy-read' && !standard.has(language)) {
      issues.push({ ...at, code: 'easy-read-without-standard' });
    }
    for (const path of missingWording(instrument, language, register)) {
      issues.push({ path, code: 'wording-incomplete', values: { language, register } });
    }
  }
  return issues;
}

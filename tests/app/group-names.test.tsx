import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { AuditVerdicts } from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.audits_.$auditId/audit-verdicts.tsx';
import { useRecordWords } from '#app/components/intake/use-record-words.ts';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { plainText } from './components/support/markup.ts';

async function textIn(language: 'de' | 'en', element: ReactNode) {
  const i18n = await createI18n(language);
  return plainText(
    renderToStaticMarkup(<I18nextProvider i18n={i18n}>{element}</I18nextProvider>),
  ).replaceAll(/[\u2066-\u2069]/gu, '');
}

function verdictsAgainst(dimension: string, reference: string) {
  const page = {
    audit: { periodFrom: null, version: null, groups: [{ dimension, reference, margin: 0.1 }] },
    asOf: new Date('2026-10-01'),
    openedBy: null,
    verdicts: [{ dimension, from: '2026-01-01', to: '2026-10-01', rows: [] }],
  };
  type Page = Parameters<typeof AuditVerdicts>[0]['page'];
  return <AuditVerdicts page={page as unknown as Page} />;
}

it('an audit calls the group that others are compared with as its rows do', async () => {
  expect(await textIn('en', verdictsAgainst('sex', 'male'))).toContain('compared with Sex: male;');
  expect(await textIn('de', verdictsAgainst('sex', 'male'))).toContain('Geschlecht: männlich');
  expect(await textIn('en', verdictsAgainst('ward', '4b'))).toContain('compared with ward: 4b;');
});

function GroupOfRecord(group: { dimension: string; level: string }) {
  return useRecordWords().groupOf(group);
}

it('records that were sent name their group as pages of verdicts do', async () => {
  const group = (dimension: string, level: string) => (
    <GroupOfRecord dimension={dimension} level={level} />
  );
  expect(await textIn('de', group('sex', 'female'))).toBe('Geschlecht: weiblich');
  expect(await textIn('en', group('ward', '4b'))).toBe('ward: 4b');
  expect(await textIn('en', group('', ''))).toBe('Everybody');
});

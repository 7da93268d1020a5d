import type { ReactElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { BiasTable } from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.people/bias-table.tsx';
import { CodeTable } from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.people/code-table.tsx';
import { MinutesCard } from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.people/minutes-card.tsx';
import { ReadingsCard } from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.people/readings-card.tsx';
import { RulingTables } from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.people/ruling-tables.tsx';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { evaluateOversight } from '#app/services/monitoring/oversight/evaluate-oversight.ts';
import { generateOversight } from '#db/seed/monitoring/generate-oversight.ts';
import { languages, type Language } from '#surveys/model/languages.ts';
import { aRecord } from '#tests/services/monitoring/a-record.ts';
import { plainText } from './components/support/markup.ts';

const records = generateOversight('ward-scribe', { seed: 1, months: 12, first: '2025-01' });
const options = { today: '2026-11-15', leastSeconds: 20 };
const full = evaluateOversight(records.map(aRecord), options);
const empty = evaluateOversight([], options);

async function shown(language: Language, page: typeof full) {
  const i18n = await createI18n(language);
  const { reasons } = page;
  return plainText(
    renderToStaticMarkup(
      <I18nextProvider i18n={i18n}>
        <RulingTables ruling={page.ruling} />
        <BiasTable rows={page.bias} />
        {reasons ? <CodeTable id="reasons" caption="x" heading="y" found={reasons} /> : null}
        <MinutesCard minutes={page.minutes} wave={null} />
        <ReadingsCard readings={page.readings} />
      </I18nextProvider>,
    ),
  );
}

it('a reader sees who was right, both kinds of reliance, minutes said and measured, and both kappas', async () => {
  const text = await shown('en', full);
  for (const words of ['Person right', 'nurse', 'over-reliance', 'under-reliance', 'PABAK']) {
    expect(text).toContain(words);
  }
  expect(text).toContain('What is felt is more than what is measured.');
  expect(text).toContain('Others, together');
  expect(text).not.toContain('Came too late');
});

it('what is the same of all rates, and what was not sent of a section, is said once', async () => {
  const i18n = await createI18n('en');
  const textOf = (part: ReactElement) =>
    plainText(renderToStaticMarkup(<I18nextProvider i18n={i18n}>{part}</I18nextProvider>));
  const times = (text: string, words: string) => text.split(words).length - 1;
  expect(times(textOf(<BiasTable rows={full.bias} />), 'added up.')).toBe(1);
  for (const part of [
    <MinutesCard key="minutes" minutes={empty.minutes} wave={null} />,
    <ReadingsCard key="readings" readings={empty.readings} />,
  ]) {
    expect(times(textOf(part), 'Not shown, since')).toBe(1);
  }
});

it('what was not sent is named by the code that a sender writes', async () => {
  const text = await shown('en', empty);
  for (const code of ['disagreement-ruling', 'both-wrong', 'override-when-right', 'minutes-used']) {
    expect(text).toContain(code);
  }
});

it.each(languages)('has words for all of it in %s', async (language) => {
  const text = (await shown(language, full)) + (await shown(language, empty));
  expect(text).not.toMatch(
    /\{\{|(?:ruling|bias|reasons|minutes|readings|band|part|name|oversight)[.:][a-z]/u,
  );
});

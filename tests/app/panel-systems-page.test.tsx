import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { FollowedGroup } from '#app/routes/panel.systems/followed-group.tsx';
import { StageText } from '#app/routes/panel.systems/stage-text.tsx';
import type { PanelSystems } from '#app/services/taking-part/list-panel-systems.server.ts';
import { languages } from '#surveys/model/languages.ts';
import { plainText } from './components/support/markup.ts';

type Group = PanelSystems[number]['groups'][number];

async function shown(group: Group): Promise<string> {
  return renderToStaticMarkup(
    <I18nextProvider i18n={await createI18n('en')}>
      <FollowedGroup group={group} />
    </I18nextProvider>,
  );
}

const item = {
  code: 'G2',
  state: 'not-met',
  statedOn: '2026-05-01',
  note: 'Logs are open',
} as const;

it('what is missing lies open, with its day and the note', async () => {
  const page = await shown({ state: 'not-met', items: [item] });
  expect(page).toContain('<h3>Not followed: 1</h3>');
  expect(page).toContain('Protect privacy and security.');
  expect(page).toContain('Said on May 1, 2026');
  expect(page).toContain('<p dir="auto">Logs are open</p>');
});

it('what is followed unfolds, and nothing stands where nothing is said', async () => {
  const page = await shown({ state: 'met', items: [{ ...item, state: 'met', note: '' }] });
  expect(page).toContain('<summary>Followed: 1</summary>');
  expect(page).not.toContain('<p dir="auto">');
  expect(await shown({ state: 'partly', items: [] })).toBe('');
});

it.each(languages)('the stage is said in words of the page: %s', async (language) => {
  const i18n = await createI18n(language);
  const page = plainText(
    renderToStaticMarkup(
      <I18nextProvider i18n={i18n}>
        <StageText stage="live" stagesOfPlaces={['pilot', 'suspended']} />
      </I18nextProvider>,
    ),
  );
  for (const stage of ['live', 'pilot', 'suspended'] as const) {
    expect(page).toContain(i18n.t(`register:stage.${stage}`));
  }
  const silent = renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <StageText stage="silent" stagesOfPlaces={[]} />
    </I18nextProvider>,
  );
  expect(silent.match(/<p/gu)).toHaveLength(1);
});

import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { SpokenWords } from '../../components/spoken-words.tsx';
import { Tag } from '../../components/tag.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { toLanguage } from '../../i18n/locales.ts';
import type { PresentedDraft } from '../../services/themes/get-drafts-page.server.ts';
import type { DraftQuote } from '../../services/themes/draft-result.ts';

export type DraftThemeProps = {
  draftId: string;
  version: number;
  language: string;
  theme: PresentedDraft['themes'][number];
  mayManage: boolean;
};

const tones = {
  steady: 'good',
  tentative: 'neutral',
  'by-hand': 'concern',
  joined: 'neutral',
} as const;

/** What names a theme, how many texts it has, and how well it is found again. */
export function DraftThemeHead({ theme, language }: Pick<DraftThemeProps, 'theme' | 'language'>) {
  const { t } = useTranslation('themes');
  const { number, listOf } = useLocal();
  return (
    <>
      <h5 lang={language} dir={directionOf(toLanguage(language))}>
        {theme.phrases.join(' · ')}
      </h5>
      <div>
        <Tag tone={tones[theme.steadiness]} text={t(`steady.${theme.steadiness}`)} />
      </div>
      <p className="muted">
        {t('draft.size', {
          ...{ n: number(theme.size) },
          stability: listOf(theme.stability.map((one) => number(Math.round(100 * one) / 100))),
        })}
      </p>
    </>
  );
}

function Quotes({ theme, language }: Pick<DraftThemeProps, 'theme' | 'language'>) {
  const { t } = useTranslation('themes');
  const of = (roles: readonly DraftQuote['role'][]) =>
    theme.quotes.filter(({ role }) => roles.includes(role));
  const dissent = of(['dissent']);
  const shown = (quotes: typeof dissent) =>
    quotes.map(({ id, text }) => <SpokenWords key={id} text={text} language={language} />);
  return (
    <>
      {shown(of(['central', 'diverse']))}
      <h6>{t('report.dissent')}</h6>
      {dissent.length > 0 ? shown(dissent) : <p>{t('report.noDissent')}</p>}
      {of(['edge']).length > 0 ? (
        <>
          <h6>{t('report.edge')}</h6>
          {shown(of(['edge']))}
        </>
      ) : null}
    </>
  );
}

/** One theme of the machine: what names it, how steady it is, words of it, and how to make it a code. */
export function DraftTheme(props: DraftThemeProps) {
  const { draftId, version, language, theme, mayManage } = props;
  const { t } = useTranslation('themes');
  const parts = theme.parts.join();
  return (
    <li className="card stack">
      <DraftThemeHead theme={theme} language={language} />
      <Quotes theme={theme} language={language} />
      {mayManage ? (
        <Form method="post" noValidate className="stack">
          <TokenField />
          <input type="hidden" name="draftId" value={draftId} />
          <input type="hidden" name="parts" value={parts} />
          <input type="hidden" name="version" value={version} />
          <TextField
            id={`adopt-${draftId}-${parts}`}
            name="name"
            label={t('draft.name')}
            defaultValue={theme.phrases[0]}
            required
            maxLength={80}
          />
          <div>
            <Button name="intent" value="adopt" tone="secondary">
              {t('draft.adopt')}
            </Button>
          </div>
        </Form>
      ) : null}
    </li>
  );
}

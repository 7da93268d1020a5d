import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { Tag } from '../../components/tag.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { toLanguage } from '../../i18n/locales.ts';
import type { DraftsPage } from '../../services/themes/get-drafts-page.server.ts';

type OfLanguage = DraftsPage['languages'][number];

const tones = { steady: 'good', tentative: 'neutral', 'by-hand': 'concern' } as const;

interface DraftThemeProps {
  draftId: string;
  version: number;
  index: number;
  language: string;
  theme: OfLanguage['themes'][number];
  mayManage: boolean;
}

/** One theme of the machine: what names it, how steady it is, words of it, and how to make it a code. */
export function DraftTheme(props: DraftThemeProps) {
  const { draftId, version, index, language, theme, mayManage } = props;
  const { t } = useTranslation('themes');
  const { number, listOf } = useLocal();
  const direction = directionOf(toLanguage(language));
  return (
    <li className="card stack">
      <h4 lang={language} dir={direction}>
        {listOf(theme.phrases)}
      </h4>
      <div>
        <Tag tone={tones[theme.steadiness]} text={t(`steady.${theme.steadiness}`)} />
      </div>
      <p className="muted">
        {t('draft.size', {
          ...{ n: number(theme.size) },
          stability: number(Math.round(100 * theme.stability) / 100),
        })}
      </p>
      {theme.quotes.map(({ id, text }) => (
        <blockquote key={id} className="spoken-words" lang={language} dir={direction}>
          {text}
        </blockquote>
      ))}
      {mayManage ? (
        <Form method="post" className="button-row">
          <TokenField />
          <input type="hidden" name="draftId" value={draftId} />
          <input type="hidden" name="theme" value={index} />
          <input type="hidden" name="version" value={version} />
          <TextField
            id={`adopt-${draftId}-${index}`}
            name="name"
            label={t('draft.name')}
            defaultValue={theme.phrases[0]}
            required
            maxLength={80}
          />
          <Button name="intent" value="adopt" tone="secondary">
            {t('draft.adopt')}
          </Button>
        </Form>
      ) : null}
    </li>
  );
}

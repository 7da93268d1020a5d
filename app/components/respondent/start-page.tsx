import { useTranslation } from 'react-i18next';
import { Button } from '../button.tsx';
import { LanguageLinks } from '../language-links.tsx';
import { Notice } from '../notice.tsx';
import { TokenField } from '../token-field.tsx';
import { languageItems, SurveyShell, type SurveyFrameProps } from './survey-shell.tsx';

interface StartPageProps {
  page: SurveyFrameProps & {
    title: string;
    description: string;
    minutes: number;
    isAnonymous: boolean;
    start: string;
  };
  privacyHref?: string | undefined;
  /** Where this browser's unfinished answers go on. */
  goOnHref?: string | undefined;
  isPersonal?: boolean | undefined;
}

export function StartPage({ page, privacyHref, goOnHref, isPersonal = false }: StartPageProps) {
  const { t } = useTranslation('respondent');
  const { t: common } = useTranslation('common');
  return (
    <SurveyShell frame={{ ...page, languages: [] }} privacyHref={privacyHref}>
      {page.languages.length > 1 && (
        <LanguageLinks label={common('language')} items={languageItems(page)} />
      )}
      <h1>{page.title}</h1>
      <p>{t('start.asks', { organisation: page.organisation })}</p>
      <p>{page.description}</p>
      <ul>
        <li>{t('start.duration', { count: page.minutes })}</li>
        <li>{page.isAnonymous ? t('start.anonymous') : t('start.linked')}</li>
        <li>{t('start.voluntary')}</li>
      </ul>
      {isPersonal && <Notice>{t('start.personal')}</Notice>}
      {goOnHref !== undefined && (
        <Notice title={t('start.underWay')}>
          <p>{t('start.underWayHint')}</p>
          <p>
            <a href={goOnHref}>{t('start.goOn')}</a>
          </p>
        </Notice>
      )}
      <form method="post">
        <TokenField />
        <input type="hidden" name="start" value={page.start} />
        <div className="actions">
          <Button>{goOnHref === undefined ? t('start.begin') : t('start.beginAnew')}</Button>
        </div>
      </form>
      <p className="hint">
        <a href="/s/resume">{t('start.haveCode')}</a>
      </p>
    </SurveyShell>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf, type Language } from '#surveys/model/languages.ts';
import { languageNames } from '../../i18n/locales.ts';
import { LanguageLinks } from '../language-links.tsx';
import { RespondentShell } from '../respondent-shell.tsx';

export interface SurveyFrameProps {
  organisation: string;
  contact: string;
  language: Language;
  languages: readonly Language[];
}

interface SurveyShellProps {
  frame: SurveyFrameProps;
  /** Of the page on privacy; left out there itself. */
  privacyHref?: string | undefined;
  /** The form that another language sends, so that nothing ticked on the page is lost. */
  formId?: string | undefined;
  children: ReactNode;
}

export function languageItems({
  language,
  languages,
}: Pick<SurveyFrameProps, 'language' | 'languages'>) {
  return languages.map((code) => ({
    lang: code,
    dir: directionOf(code),
    label: languageNames[code],
    href: `?lang=${code}`,
    current: code === language,
  }));
}

/** What stands around each page of a survey: who asks, the languages, where help is. */
export function SurveyShell({ frame, privacyHref, formId, children }: SurveyShellProps) {
  const { t } = useTranslation('respondent');
  const { t: common } = useTranslation('common');
  return (
    <RespondentShell
      organisation={frame.organisation}
      skipLabel={common('skipToContent')}
      languages={
        frame.languages.length > 1 ? (
          <>
            {/* What Enter presses: the first button of a form, wherever it stands. */}
            {formId === undefined ? null : <button form={formId} hidden />}
            <LanguageLinks
              label={common('language')}
              items={languageItems(frame)}
              formId={formId}
              folded
            />
          </>
        ) : undefined
      }
      footer={
        <>
          {privacyHref !== undefined && (
            <p>
              <a href={privacyHref}>{t('footer.privacy')}</a>
            </p>
          )}
          <p>{t('footer.contact', { contact: frame.contact })}</p>
        </>
      }
    >
      {children}
    </RespondentShell>
  );
}

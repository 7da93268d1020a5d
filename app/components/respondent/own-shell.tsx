import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '#surveys/model/languages.ts';
import { LanguageLinks } from '../language-links.tsx';
import { RespondentShell } from '../respondent-shell.tsx';
import { languageItems } from './survey-shell.tsx';

/** Pages that belong to no study yet: the code a person enters leads to it. */
export function OwnShell({ language, children }: { language: Language; children: ReactNode }) {
  const { t } = useTranslation('common');
  const items = languageItems({ language, languages });
  return (
    <RespondentShell
      organisation={t('brand')}
      skipLabel={t('skipToContent')}
      languages={<LanguageLinks label={t('language')} items={items} folded />}
    >
      {children}
    </RespondentShell>
  );
}

import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageLinks } from './language-links.tsx';
import { RespondentShell } from './respondent-shell.tsx';
import { useLanguageItems } from './use-language-items.ts';

/** The frame of the pages around signing in: one thing a page, complete without script. */
export function SignInPage({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  const items = useLanguageItems(useLocation());
  return (
    <RespondentShell
      organisation={t('brand')}
      skipLabel={t('skipToContent')}
      languages={<LanguageLinks label={t('language')} items={items} folded />}
    >
      <h1>{title}</h1>
      {children}
    </RespondentShell>
  );
}

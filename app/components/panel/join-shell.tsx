import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageLinks } from '../language-links.tsx';
import { RespondentShell } from '../respondent-shell.tsx';
import { languageItems, type SurveyFrameProps } from '../respondent/survey-shell.tsx';

interface JoinShellProps {
  frame: SurveyFrameProps;
  children: ReactNode;
}

/** Pages for people who are not in the panel yet. */
export function JoinShell({ frame, children }: JoinShellProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation('common');
  return (
    <RespondentShell
      organisation={frame.organisation}
      skipLabel={common('skipToContent')}
      languages={
        frame.languages.length > 1 ? (
          <LanguageLinks label={common('language')} items={languageItems(frame)} folded />
        ) : undefined
      }
      footer={<p>{t('footer.questions', { contact: frame.contact })}</p>}
    >
      {children}
    </RespondentShell>
  );
}

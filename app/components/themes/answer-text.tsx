import { useTranslation } from 'react-i18next';

/** What was answered to a flag or a reply, in whatever language; null: it waits to be written anew. */
export function AnswerText({ answer, language }: { answer: string | null; language?: string }) {
  const { t } = useTranslation('themes');
  if (answer === null) return <p className="muted">{t('report.answerHeld')}</p>;
  return (
    <p>
      <strong>{t('flag.answered')}</strong> <bdi lang={language}>{answer}</bdi>
    </p>
  );
}

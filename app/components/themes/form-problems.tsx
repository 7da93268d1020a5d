import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../error-summary.tsx';
import { useSay } from '../use-say.ts';

interface FormProblemsProps {
  error: Record<string, string[] | null> | null | undefined;
  /** The refusal says it already. */
  refused: boolean;
}

/** What is wrong in one of several small forms of a page, above them all. */
export function FormProblems({ error, refused }: FormProblemsProps) {
  const { t } = useTranslation('common');
  const say = useSay();
  const codes = [...new Set(Object.values(error ?? {}).flatMap((all) => all ?? []))];
  if (refused || codes.length === 0) return null;
  return (
    <ErrorSummary
      title={t('errorSummary')}
      errors={codes.map((code) => ({ href: '#main', text: say(code) }))}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../error-summary.tsx';
import { useSay } from '../use-say.ts';

interface FormProblemsProps {
  error: Record<string, string[] | null> | null | undefined;
  /** The refusal says it already. */
  refused: boolean;
  /** By name of a field where it is on the page; left out: above them all. */
  fields?: Readonly<Record<string, string>>;
}

/** What is wrong in one of several small forms of a page, each once. */
export function FormProblems({ error, refused, fields = {} }: FormProblemsProps) {
  const { t } = useTranslation('common');
  const say = useSay();
  const hrefs = new Map(
    Object.entries(error ?? {}).flatMap(([name, codes]) =>
      (codes ?? []).map((code) => [code, `#${fields[name] ?? 'main'}`] as const),
    ),
  );
  if (refused || hrefs.size === 0) return null;
  return (
    <ErrorSummary
      title={t('errorSummary')}
      errors={[...hrefs].map(([code, href]) => ({ href, text: say(code) }))}
    />
  );
}

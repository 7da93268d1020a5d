import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ReportProblem } from '../../services/themes/report-problems.ts';
import { useLocal } from '../use-local.ts';

const pages: Record<ReportProblem['code'], string> = {
  'round-open': '',
  'no-themes': '/themes',
  'theme-untranslated': '/themes',
  'theme-without-quote': '/themes',
  'disagreement-undecided': '/double',
  'check-not-opened': '/check',
  'check-not-closed': '/check',
  'reply-unanswered': '/check',
  'flag-unanswered': '/flags',
};

/** What is still to do, each with the page where it is done. */
export function ProblemList({
  problems,
  home,
}: {
  problems: readonly ReportProblem[];
  home: string;
}) {
  const { t } = useTranslation('themes');
  const { text, listOf, number } = useLocal();
  return (
    <ul>
      {problems.map(({ code, count, themes }) => (
        <li key={code}>
          <Link to={`${home}${pages[code]}`}>
            {t(`problem.${code}`, {
              n: number(count),
              themes: listOf(themes.map((one) => text(one))),
            })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

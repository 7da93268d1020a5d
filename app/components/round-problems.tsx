import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RoundProblem, RoundWarning } from '../services/panels/round-problems.ts';
import { Notice } from './notice.tsx';
import { useLocal } from './use-local.ts';

/** Where each is put right, from the round's page on. */
const pageOf: Partial<Record<RoundProblem['code'], string>> = {
  title: '/edit',
  intro: '/edit',
  'closing-missing': '/edit',
  'closing-past': '/edit',
  'nothing-asked': '/prompt',
  'wave-closed': '/edit',
};

interface RoundProblemsProps {
  problems: readonly RoundProblem[];
  home: string;
}

/** What is missing before people can be asked. */
export function RoundProblems({ problems, home }: RoundProblemsProps) {
  const { t } = useTranslation('panels');
  const { nameOf } = useLocal();
  const say = (problem: RoundProblem) =>
    t(`roundProblem.${problem.code}`, {
      language: 'language' in problem ? nameOf(problem.language) : '',
      position: 'position' in problem ? problem.position : '',
    });
  if (problems.length === 0) {
    return (
      <Notice tone="good" title={t('problem.none')}>
        {t('roundProblem.ready')}
      </Notice>
    );
  }
  return (
    <Notice tone="concern" title={t('problem.heading', { n: problems.length })}>
      <ul className="link-list">
        {problems.map((problem) => {
          const page = pageOf[problem.code];
          const sentence = say(problem);
          return (
            <li key={sentence}>
              {page === undefined ? sentence : <Link to={home + page}>{sentence}</Link>}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** What to look at before opening; it may stay as it is. */
export function RoundWarnings({ warnings }: { warnings: readonly RoundWarning[] }) {
  const { t } = useTranslation('panels');
  const { nameOf } = useLocal();
  const say = (warning: RoundWarning) => {
    switch (warning.code) {
      case 'easy-read':
        return t('roundWarning.easy-read', {
          language: nameOf(warning.language),
          texts: warning.texts,
        });
      case 'similar':
        return t('roundWarning.similar', { first: warning.first, second: warning.second });
      case 'few-statements':
        return t('roundWarning.few-statements', { n: warning.statements });
      case 'no-words-of-people':
        return t('roundWarning.no-words-of-people');
    }
  };
  if (warnings.length === 0) return null;
  return (
    <Notice title={t('roundWarning.title')}>
      <ul className="link-list">
        {warnings.map((warning) => (
          <li key={say(warning)}>{say(warning)}</li>
        ))}
      </ul>
    </Notice>
  );
}

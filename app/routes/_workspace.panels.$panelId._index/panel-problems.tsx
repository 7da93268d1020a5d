import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { PanelProblem } from '../../services/panels/opening-problems.server.ts';

/** The page on which each is put right. */
const pageOf = {
  title: '/settings',
  about: '/settings',
  purpose: '/settings',
  policy: '/settings/policy',
  'policy-unpublished': '/settings/policy',
  'consent-intro': '/settings/consent',
  consent: '/settings/consent',
  'safeguarding-missing': '/settings',
  'safeguarding-gone': '/settings',
  'site-archived': '/settings',
  'expiry-missing': '/settings',
  'expiry-past': '/settings',
} as const satisfies Record<PanelProblem['code'], string>;

interface PanelProblemsProps {
  problems: readonly PanelProblem[];
  home: string;
}

/** What is missing before people can join, each with the page where it is put right. */
export function PanelProblems({ problems, home }: PanelProblemsProps) {
  const { t } = useTranslation('panels');
  const { nameOf } = useLocal();
  const say = (problem: PanelProblem) => {
    const language = 'language' in problem ? nameOf(problem.language) : '';
    if (problem.code === 'consent') {
      return t('problem.consent', { language, purpose: t(`purpose.${problem.purpose}`) });
    }
    return t(`problem.${problem.code}`, { language });
  };
  if (problems.length === 0) {
    return (
      <Notice tone="good" title={t('problem.none')}>
        {t('problem.ready')}
      </Notice>
    );
  }
  return (
    <Notice tone="concern" title={t('problem.heading', { n: problems.length })}>
      <ul className="link-list">
        {problems.map((problem) => (
          <li key={say(problem)}>
            <Link to={home + pageOf[problem.code]}>{say(problem)}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

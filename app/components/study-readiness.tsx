import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { OpeningProblem, Readiness } from '../services/studies/opening-problems.server.ts';
import { Notice } from './notice.tsx';
import { usePublishingText } from './publishing-problems.tsx';
import { useLocal } from './use-local.ts';

const pageOf = {
  'instrument-not-published': '/design',
  'site-missing': '/design',
  'site-archived': '/design',
  'response-mode': '/design',
  'words-panel-missing': '/design',
  'words-panel-unfit': '/design',
  'wave-missing': '/waves',
  'consent-missing': '/consent',
  wording: '/languages',
} as const satisfies Record<OpeningProblem['code'], string>;

/** What is missing before a draft may open, each with the page where it is put right. */
export function StudyReadiness({ readiness, home }: { readiness: Readiness; home: string }) {
  const { t } = useTranslation('studies');
  const { nameOf, languages } = useLocal();
  const publishingText = usePublishingText();
  const say = (problem: OpeningProblem) => {
    switch (problem.code) {
      case 'wording':
        return publishingText(problem.problem);
      case 'consent-missing':
        return t('readiness.consent-missing', { language: nameOf(problem.language) });
      case 'instrument-not-published':
      case 'response-mode':
      case 'site-missing':
      case 'site-archived':
      case 'wave-missing':
      case 'words-panel-missing':
      case 'words-panel-unfit':
        return t(`readiness.${problem.code}`);
    }
  };
  const { problems, pilotLanguages } = readiness;
  return (
    <>
      {problems.length > 0 ? (
        <Notice tone="concern" title={t('readiness.title', { count: problems.length })}>
          <ul>
            {problems.map((problem) => (
              <li key={say(problem)}>
                <Link to={home + pageOf[problem.code]}>{say(problem)}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="good" title={t('readiness.ready')}>
          {t('readiness.readyText')}
        </Notice>
      )}
      {pilotLanguages.length > 0 ? (
        <Notice tone="pilot" title={t('readiness.pilot')}>
          {t('readiness.pilotText', { languages: languages(pilotLanguages) })}
        </Notice>
      ) : null}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import type { PublishingProblem } from '#surveys/model/publishable.ts';
import { DataTable } from './data-table.tsx';
import { useLocal } from './use-local.ts';

/** A publishing problem as a sentence. */
export function usePublishingText() {
  const { t } = useTranslation('instruments');
  const { nameOf } = useLocal();
  return ({ code, values }: PublishingProblem) => {
    const language = values['language'];
    const named = language === undefined ? {} : { language: nameOf(String(language)) };
    return t(`publishing.${code}`, { ...values, ...named });
  };
}

/** What stands between a draft and its publication. */
export function PublishingProblems({ problems }: { problems: readonly PublishingProblem[] }) {
  const { t } = useTranslation('instruments');
  const say = usePublishingText();
  return (
    <DataTable
      id="problems"
      caption={t('publishing.caption', { count: problems.length })}
      columns={[
        { key: 'problem', label: t('issues.problem') },
        { key: 'place', label: t('issues.place') },
      ]}
      rows={problems.map((problem, index) => ({
        key: `${index} ${problem.code}`,
        cells: {
          problem: say(problem),
          place: <code dir="ltr">{problem.values['path'] ?? '/'}</code>,
        },
      }))}
    />
  );
}

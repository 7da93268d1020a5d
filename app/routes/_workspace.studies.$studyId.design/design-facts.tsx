import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import { StudyFacts, type StudyFactsProps } from '../../components/study-facts.tsx';

/** The design of a study that is fielded: it stays as respondents met it. */
export function DesignFacts(props: StudyFactsProps) {
  const { t } = useTranslation('studies');
  return (
    <>
      <Notice>{t('design.frozen')}</Notice>
      <StudyFacts {...props} />
    </>
  );
}

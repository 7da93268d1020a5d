import { useTranslation } from 'react-i18next';
import type { Surroundings } from '../../services/results/get-surroundings.server.ts';
import { LinkButton } from '../button.tsx';
import { StudyHeader } from '../study-header.tsx';

/** The head of a study's page, with what may be done with its answers. */
export function AnswersHeader({ header, mayExport, mayImport }: Surroundings) {
  const { t } = useTranslation('results');
  const action = (
    <>
      {mayImport ? (
        <LinkButton to={`/studies/${header.id}/import`}>{t('import.title')}</LinkButton>
      ) : null}
      {mayExport ? (
        <LinkButton to={`/studies/${header.id}/export`}>{t('export.title')}</LinkButton>
      ) : null}
    </>
  );
  return <StudyHeader frame={header} action={mayImport || mayExport ? action : undefined} />;
}

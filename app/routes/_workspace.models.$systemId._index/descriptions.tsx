import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';

interface DescriptionsProps {
  descriptions: readonly { number: number; by: string | null; createdAt: Date }[];
}

/** Who said something else of the system when; the trail says of what. */
export function Descriptions({ descriptions }: DescriptionsProps) {
  const { t } = useTranslation('models');
  const { date, number } = useLocal();
  return (
    <details>
      <summary>{t('descriptions.title', { count: descriptions.length })}</summary>
      <ol reversed>
        {descriptions.map((description) => (
          <li key={description.number}>
            {t('descriptions.one', {
              number: number(description.number),
              day: date(description.createdAt),
              by: description.by ?? t('none'),
            })}
          </li>
        ))}
      </ol>
    </details>
  );
}

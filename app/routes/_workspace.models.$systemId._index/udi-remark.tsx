import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import { checkUdi } from '../../services/register/check-udi.ts';
import type { FieldValue } from '../../services/register/description-schema.ts';

/** A device identifier that looks mistyped is said, and stays as it was typed. */
export function UdiRemark({ udi }: { udi: FieldValue | undefined }) {
  const { t } = useTranslation('models');
  if (typeof udi !== 'string') return null;
  const finding = checkUdi(udi);
  if (finding === 'fits') return null;
  return <Notice tone="concern">{t(`udi.${finding}`)}</Notice>;
}

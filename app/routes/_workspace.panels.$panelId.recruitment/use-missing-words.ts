import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';
import type { RecruitmentPage } from './channel-table.tsx';

type Band = RecruitmentPage['questions'][number]['bands'][number];

/** Who is still missing, in a sentence; nothing where nobody is. */
export function useMissingWords() {
  const { t } = useTranslation('recruitment');
  const { text, number } = useLocal();
  return ({ label, missing }: Band): string | null => {
    if (!missing) return null;
    const [least, most] = missing;
    const band = text(label);
    if (most <= 0) return null;
    if (least === most) return t('gap.missing', { n: number(most), band });
    return least > 0
      ? t('gap.missingBetween', { least: number(least), most: number(most), band })
      : t('gap.missingMaybe', { most: number(most), band });
  };
}

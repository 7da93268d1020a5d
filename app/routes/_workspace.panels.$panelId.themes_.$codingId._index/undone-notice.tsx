import { useActionData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import type { CodingPage } from '../../services/themes/get-coding-page.server.ts';

const steps = ['removal', 'return', 'proposal'] as const;
const mostSigns = 60;

/** Which code was taken back at which text, which is the one that is shown. */
export function UndoneNotice({ page }: { page: CodingPage }) {
  const { t } = useTranslation('themes');
  const search = useSearchParams()[0];
  const isRefused = useActionData() !== undefined;
  const step = steps.find((one) => one === search.get('undone'));
  if (step === undefined || isRefused || !page.current) return null;
  const { text } = page.current;
  const code = page.codes.find(({ id }) => id === search.get('code'))?.name;
  const words = text.length > mostSigns ? `${text.slice(0, mostSigns).trimEnd()}…` : text;
  return (
    <Notice tone="good" live>
      {code === undefined ? t('done.undone') : t(`undone.${step}`, { code, text: words })}
    </Notice>
  );
}

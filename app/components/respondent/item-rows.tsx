import { useTranslation } from 'react-i18next';
import type { OfferedMissingReason } from '#surveys/model/instrument.ts';
import { RadioRows } from '../radio-rows.tsx';

interface ItemRowsProps {
  item: {
    id: string;
    name: string;
    stem: string;
    options: readonly { value: string; label: string }[];
    missingReasons: readonly OfferedMissingReason[];
    value: string | undefined;
  };
  hint?: string | undefined;
}

/** One item: its options, then apart from them the reasons for giving none. */
export function ItemRows({ item, hint }: ItemRowsProps) {
  const { t } = useTranslation('respondent');
  const reasons = item.missingReasons.map((reason) => ({
    value: reason,
    label: t(`reason.${reason}`),
    muted: true,
  }));
  return (
    <RadioRows
      id={item.id}
      name={item.name}
      legend={item.stem}
      hint={hint}
      options={[...item.options, ...reasons]}
      value={item.value}
    />
  );
}

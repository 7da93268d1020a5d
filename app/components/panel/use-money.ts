import { useLocal } from '../use-local.ts';

/** An amount as the reader's language writes it, from the smallest unit of its currency. */
export function useMoney() {
  const { language } = useLocal();
  return (amountMinor: number, currency: string): string => {
    const format = new Intl.NumberFormat(language, { style: 'currency', currency });
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    return format.format(amountMinor / 10 ** digits);
  };
}

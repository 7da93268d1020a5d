import { moneyText } from '../../services/minor-units.ts';
import { useLocal } from '../use-local.ts';

/** An amount as the reader's language writes it, from the smallest unit of its currency. */
export function useMoney() {
  const { language } = useLocal();
  return (amountMinor: number, currency: string): string =>
    moneyText(amountMinor, currency, language);
}

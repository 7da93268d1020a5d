import { useTranslation } from 'react-i18next';
import type { SystemRole } from '#db/schema/ai-system.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import { useLocal } from '../use-local.ts';

/** A refusal that names roles by their codes, or a day, with both in the reader's words. */
export function useRefusalWords(refusal: ErrorBody | undefined): ErrorBody | undefined {
  const { t } = useTranslation('register');
  const { listOf, date } = useLocal();
  if (refusal?.values === undefined) return refusal;
  const { roles, day } = refusal.values;
  const namesOf = (codes: string) =>
    listOf(codes.split(' ').map((code) => t(`role.${code as SystemRole}`)));
  return {
    ...refusal,
    values: {
      ...refusal.values,
      ...(typeof roles === 'string' ? { roles: namesOf(roles) } : {}),
      ...(typeof day === 'string' ? { day: date(day) } : {}),
    },
  };
}

import { useTranslation } from 'react-i18next';
import type { SystemRole } from '#db/schema/ai-system.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import { useLocal } from '../use-local.ts';

/** A refusal that names roles by their codes, with the roles in the reader's words. */
export function useNamedRoles(refusal: ErrorBody | undefined): ErrorBody | undefined {
  const { t } = useTranslation('register');
  const { listOf } = useLocal();
  const codes = refusal?.values?.['roles'];
  if (refusal === undefined || typeof codes !== 'string') return refusal;
  const roles = listOf(codes.split(' ').map((code) => t(`role.${code as SystemRole}`)));
  return { ...refusal, values: { ...refusal.values, roles } };
}

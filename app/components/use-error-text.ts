import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '../http/to-response.server.ts';
import type { loader } from '../root.tsx';

const statuses = [400, 403, 404, 409, 410, 413, 429] as const;

/** What a person reads when a page cannot be shown: what happened and what to do, in their language. */
export function useErrorText(): { title: string; sentence: string; toStart: string } {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>('root');
  const { t } = useTranslation('errors');
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const known = statuses.find((candidate) => candidate === status) ?? 500;
  const body = isRouteErrorResponse(error) ? (error.data as Partial<ErrorBody> | null) : null;
  const code = body?.code ?? (known === 404 ? 'not-found' : 'unexpected');
  const sentence = t(code as 'not-found', {
    ...body?.values,
    count: Number(body?.values?.['minutes'] ?? 1),
    reference: root?.reference ?? '',
    defaultValue: t('not-found'),
  });
  return { title: t(`title.${known}`), sentence, toStart: t('toStart') };
}

import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from '@remix-run/react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '../http/to-response.server.ts';
import type { loader } from '../root.tsx';

const statuses = [400, 403, 404, 409, 410, 413, 429] as const;

export type ErrorText = { title: string; sentence: string; toStart: string };

/** What a person reads instead of a page or a file: what happened and what to do. */
export function errorText(
  t: TFunction<'errors'>,
  error: { status: number; body: Partial<ErrorBody> | null; reference: string },
): ErrorText {
  const { status, body, reference } = error;
  const known = statuses.find((candidate) => candidate === status) ?? 500;
  const code = body?.code ?? (known === 404 ? 'not-found' : 'unexpected');
  const sentence = t(code as 'not-found', {
    ...body?.values,
    count: Number(body?.values?.['minutes'] ?? 1),
    reference,
    defaultValue: t('not-found'),
  });
  return { title: t(`title.${known}`), sentence, toStart: t('toStart') };
}

/** The text of the error at hand, in the reader's language. */
export function useErrorText(): ErrorText {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>('root');
  const { t } = useTranslation('errors');
  const isResponse = isRouteErrorResponse(error);
  return errorText(t, {
    status: isResponse ? error.status : 500,
    body: isResponse ? (error.data as Partial<ErrorBody> | null) : null,
    reference: root?.reference ?? '',
  });
}

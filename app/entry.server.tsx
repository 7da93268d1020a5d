import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { NonceProvider } from './http/nonce.tsx';
import { createI18n } from './i18n/create-i18n.ts';
import { resolveLanguage } from './i18n/language.server.ts';
import { log } from './log.server.ts';

export { lifecycle } from './server/lifecycle.server.ts';

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const rootData = context.staticHandlerContext.loaderData['root'] as
    { language?: Parameters<typeof createI18n>[0] } | undefined;
  const language = rootData?.language ?? (await resolveLanguage(request));
  const i18n = await createI18n(language);
  // Every page is complete before it is sent, so there is nothing to stream and one string will do.
  const markup = renderToString(
    <NonceProvider value={loadContext.nonce}>
      <I18nextProvider i18n={i18n}>
        <RemixServer
          context={context}
          url={request.url}
          {...(loadContext.nonce ? { nonce: loadContext.nonce } : {})}
        />
      </I18nextProvider>
    </NonceProvider>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', language);
  return new Response(`<!doctype html>${markup}`, { status, headers });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const reference = (context).reference;
  log.error({ reference, err: error }, 'unexpected error');
};

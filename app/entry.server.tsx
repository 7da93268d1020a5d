import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { I18nextProvider } from 'react-i18next';
import { renderToString } from 'react-dom/server';
import { NonceProvider } from './http/nonce.tsx';
import { renderWithScript } from './http/render-with-script.server.ts';
import { requestI18n } from './i18n/request-i18n.server.ts';
import { resolveLanguage } from './i18n/language.server.ts';
import type { ErrorBody } from './http/to-response.server.ts';
import { log } from './log.server.ts';

export { lifecycle } from './server/lifecycle.server.ts';

function hasScript({ staticHandlerContext, routeModules }: EntryContext): boolean {
  return !staticHandlerContext.matches.some(({ route }) => {
    const handle = routeModules[route.id]?.handle as { script?: boolean } | undefined;
    return handle?.script === false;
  });
}

/** Remix keeps no headers of a refusal, so the time to wait travels with its sentence. */
function setRetryAfter(headers: Headers, { errors }: EntryContext['staticHandlerContext']): void {
  for (const error of Object.values(errors ?? {})) {
    const body = isRouteErrorResponse(error) ? (error.data as Partial<ErrorBody> | null) : null;
    const seconds = body?.values?.['seconds'];
    if (seconds !== undefined) headers.set('Retry-After', String(seconds));
  }
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const rootData = context.staticHandlerContext.loaderData['root'] as
    { language?: Parameters<typeof requestI18n>[1] } | undefined;
  const language = rootData?.language ?? (await resolveLanguage(request));
  const i18n = await requestI18n(loadContext, language);
  const page = (
    <NonceProvider value={loadContext.nonce}>
      <I18nextProvider i18n={i18n}>
        <RemixServer
          context={context}
          url={request.url}
          {...(loadContext.nonce ? { nonce: loadContext.nonce } : {})}
        />
      </I18nextProvider>
    </NonceProvider>
  );
  const markup = hasScript(context)
    ? await renderWithScript(page, loadContext.nonce)
    : `<!doctype html>${renderToString(page)}`;
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', language);
  setRetryAfter(headers, context.staticHandlerContext);
  return new Response(markup, { status, headers });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const reference = context.reference;
  log.error({ reference, err: error }, 'unexpected error');
};

import { RemixServer } from '@remix-run/react';
import type { ComponentProps, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

type ServerContext = ComponentProps<typeof RemixServer>['context'];

/** Renders through the framework's own server component, because links ask their router for addresses. */
export function renderInRouter(
  element: ReactNode,
  search = '',
  answer?: object,
  page?: object,
): string {
  const context: ServerContext = {
    manifest: {
      entry: { module: '', imports: [] },
      routes: {
        root: {
          id: 'root',
          path: '',
          module: '',
          hasAction: false,
          hasLoader: false,
          hasClientAction: false,
          hasClientLoader: false,
          hasErrorBoundary: false,
        },
      },
      url: '',
      version: '',
    },
    routeModules: { root: { default: () => element } },
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_lazyRouteDiscovery: true,
      v3_singleFetch: false,
    },
    staticHandlerContext: {
      basename: '',
      location: { pathname: '/', search, hash: '', state: null, key: 'default' },
      matches: [{ params: {}, pathname: '/', pathnameBase: '/', route: { id: 'root', path: '' } }],
      loaderData: page ? { root: page } : {},
      actionData: answer ? { root: answer } : null,
      errors: null,
      statusCode: 200,
      loaderHeaders: {},
      actionHeaders: {},
      activeDeferreds: null,
    },
  };
  return renderToStaticMarkup(<RemixServer context={context} url={`http://localhost/${search}`} />);
}

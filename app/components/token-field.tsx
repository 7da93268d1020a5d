import { useRouteLoaderData } from '@remix-run/react';
import type { loader } from '../root.tsx';

/** In every form that changes something: old browsers that send no Origin prove themselves by it. */
export function TokenField() {
  const root = useRouteLoaderData<typeof loader>('root');
  return <input type="hidden" name="token" value={root?.formToken ?? ''} />;
}

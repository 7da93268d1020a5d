import { useRouteLoaderData } from '@remix-run/react';
import type { loader } from '../root.tsx';
import type { WorkspaceFacts } from '../services/people/get-workspace.server.ts';

interface TokenFieldProps {
  /** The form is about the person, whatever organisation they work in. */
  isPersonal?: boolean;
}

/**
 * In every form that changes something: old browsers that send no Origin prove themselves by it, and
 * a page that was opened in one organisation changes nothing in another.
 */
export function TokenField({ isPersonal = false }: TokenFieldProps) {
  const root = useRouteLoaderData<typeof loader>('root');
  const workspace = useRouteLoaderData<WorkspaceFacts>('routes/_workspace');
  const organisation = isPersonal ? undefined : workspace?.organisationId;
  return (
    <>
      <input type="hidden" name="token" value={root?.formToken ?? ''} />
      {organisation === undefined ? null : (
        <input type="hidden" name="organisation" value={organisation} />
      )}
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskedEditor } from '../../components/asked-editor.tsx';
import { changeAsked, readAsked } from '../../http/asked.server.ts';
import { removeStatement, saveStatement } from '../../services/panels/save-statement.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader(args: LoaderFunctionArgs) {
  return readAsked(args, 'statement');
}

export async function action(args: ActionFunctionArgs) {
  return changeAsked(args, 'statement', {
    save: (member, { id, ...change }) => saveStatement(member, { ...change, statementId: id }),
    remove: (member, { id, ...change }) => removeStatement(member, { ...change, statementId: id }),
  });
}

export default function StatementPage() {
  const { frame, revision, asked } = useLoaderData<typeof loader>();
  return (
    <AskedEditor
      kind="statement"
      {...{ frame, revision, asked }}
      reply={useActionData<typeof action>()}
    />
  );
}

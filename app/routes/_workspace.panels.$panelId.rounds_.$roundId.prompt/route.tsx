import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskedEditor } from '../../components/asked-editor.tsx';
import { changeAsked, readAsked } from '../../http/asked.server.ts';
import { removePrompt, savePrompt } from '../../services/panels/save-prompt.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader(args: LoaderFunctionArgs) {
  return readAsked(args, 'prompt');
}

export async function action(args: ActionFunctionArgs) {
  return changeAsked(args, 'prompt', {
    save: (member, { id, ...change }) => savePrompt(member, { ...change, promptId: id }),
    remove: (member, { id, ...change }) => removePrompt(member, { ...change, promptId: id }),
  });
}

export default function PromptPage() {
  const { frame, revision, asked } = useLoaderData<typeof loader>();
  return (
    <AskedEditor
      kind="prompt"
      {...{ frame, revision, asked }}
      reply={useActionData<typeof action>()}
    />
  );
}

import type { SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '../http/to-response.server.ts';
import { AskedForm } from './asked-form.tsx';
import { Button } from './button.tsx';
import { ConfirmDetails } from './confirm-details.tsx';
import { PanelHeader } from './panel-header.tsx';
import { RefusalSummary } from './refusal-summary.tsx';
import { TokenField } from './token-field.tsx';

type FormProps = ComponentProps<typeof AskedForm>;

interface AskedEditorProps extends Pick<FormProps, 'kind' | 'asked' | 'revision'> {
  frame: ComponentProps<typeof PanelHeader>['frame'] & Pick<FormProps, 'languages'>;
  reply:
    { result?: SubmissionResult | null | undefined; refusal?: ErrorBody | undefined } | undefined;
}

/** The page of a prompt or a statement: its words, and a way to remove it. */
export function AskedEditor({ kind, asked, revision, frame, reply }: AskedEditorProps) {
  const { t } = useTranslation('panels');
  return (
    <>
      <PanelHeader frame={frame} />
      <RefusalSummary refusal={reply?.refusal} />
      <h2>{t(asked ? `${kind}.edit` : `${kind}.add`)}</h2>
      <AskedForm
        {...{ kind, asked, revision }}
        languages={frame.languages}
        result={reply?.result ?? null}
        refusal={reply?.refusal}
      />
      {asked ? (
        <ConfirmDetails summary={t(`${kind}.remove`)} consequence={t('removeText')}>
          <Form method="post">
            <TokenField />
            <input type="hidden" name="revision" value={revision} readOnly />
            <Button tone="danger" name="intent" value="remove">
              {t(`${kind}.remove`)}
            </Button>
          </Form>
        </ConfirmDetails>
      ) : null}
    </>
  );
}

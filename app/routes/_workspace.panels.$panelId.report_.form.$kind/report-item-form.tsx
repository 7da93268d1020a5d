import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ItemRecords } from '../../components/outcomes/item-records.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import type { ReportedItem } from '../../services/outcomes/report-content.ts';
import { selfScores, type ReportFormKind } from '../../services/outcomes/report-forms.ts';

interface ReportItemFormProps {
  panelId: string;
  kind: ReportFormKind;
  item: ReportedItem;
  startsSection: boolean;
  mayWrite: boolean;
  /** What was typed and could not be saved. */
  kept: { text: unknown; score: unknown } | null;
  revision: number;
}

/** One item of a reporting form: what the records say, and what facilitators add to it. */
export function ReportItemForm(props: ReportItemFormProps) {
  const { panelId, kind, item, startsSection, mayWrite, kept, revision } = props;
  const { t } = useTranslation('outcomes');
  const typed = (value: unknown, saved: string) => (typeof value === 'string' ? value : saved);
  return (
    <>
      {startsSection ? <h3>{t(`section.${String(item.section)}` as 'section.1')}</h3> : null}
      <article id={`item-${item.id}`} className="report-item stack">
        <h4>{t(`item.${kind}.${item.id}` as 'item.gripp2-short.aim')}</h4>
        <ItemRecords panelId={panelId} item={item} />
        {mayWrite ? (
          <Form method="post">
            <TokenField />
            <input type="hidden" name="item" value={item.id} />
            <input type="hidden" name="revision" value={revision} />
            <TextareaField
              id={`text-${item.id}`}
              name="text"
              label={t('report.narrative')}
              defaultValue={typed(kept?.text, item.narrative)}
              dir="auto"
              maxLength={5000}
            />
            {kind === 'uk-standards' ? (
              <SelectField
                id={`score-${item.id}`}
                name="score"
                label={t('report.selfScore')}
                hint={t('report.selfScoreHint')}
                defaultValue={typed(kept?.score, item.selfScore)}
                options={[
                  { value: '', label: t('report.notScored') },
                  ...selfScores.map((score) => ({ value: score, label: score })),
                ]}
              />
            ) : null}
            <Button tone="secondary" name="intent" value="save">
              {t('report.save')}
            </Button>
          </Form>
        ) : (
          item.narrative !== '' && <p dir="auto">{item.narrative}</p>
        )}
      </article>
    </>
  );
}

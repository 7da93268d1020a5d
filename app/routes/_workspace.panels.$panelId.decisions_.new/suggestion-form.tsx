import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Language, LocalText } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { FieldError } from '../../components/field-error.tsx';
import { errorLinks } from '../../components/form-fields.ts';
import { LocalTextFields } from '../../components/outcomes/local-text-fields.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { ContributionChoice, type Choice } from './contribution-choice.tsx';
import type { suggestionSchema } from './suggestion-schema.ts';

interface SuggestionFormProps {
  languages: readonly Language[];
  contributions: readonly Choice[];
  result: SubmissionResult | null;
  /** Whose words could not be quoted. */
  wrongNumber: number;
}

type Group = { key: string; round: number; prompt: LocalText; choices: Choice[] };

function byPrompt(contributions: readonly Choice[]): Group[] {
  const groups = new Map<string, Group>();
  for (const choice of contributions) {
    const key = `${choice.round} ${JSON.stringify(choice.prompt)}`;
    const { round, prompt } = choice;
    const group = groups.get(key) ?? { key, round, prompt, choices: [] };
    group.choices.push(choice);
    groups.set(key, group);
  }
  return [...groups.values()];
}

export function SuggestionForm(props: SuggestionFormProps) {
  const { languages, contributions, result, wrongNumber } = props;
  const { t } = useTranslation(['outcomes', 'errors', 'common']);
  const { text } = useLocal();
  const [form, fields] = useForm<z.input<typeof suggestionSchema>>({
    id: 'suggestion',
    lastResult: result,
  });
  const say = (code: string) => t(`errors:${code as 'quote-not-found'}`, { number: wrongNumber });
  const sent = result?.initialValue ?? {};
  const chosen = [sent['contributions']].flat();
  const quotes = (sent['quote'] ?? {}) as Record<string, string | undefined>;
  const error = fields.contributions.errors?.[0];
  return (
    <>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks([fields.text, fields.contributions], say)}
      />
      <Form method="post" id={form.id}>
        <TokenField />
        <LocalTextFields
          field={fields.text}
          languages={languages}
          legend={t('outcomes:new.words')}
          hint={t('outcomes:new.wordsHint')}
          say={say}
        />
        <h3 id={fields.contributions.id} tabIndex={-1}>
          {t('outcomes:new.contributions')}
        </h3>
        <p className="muted">{t('outcomes:new.contributionsHint')}</p>
        <FieldError
          id={fields.contributions.id}
          error={error === undefined ? undefined : say(error)}
        />
        {byPrompt(contributions).map((group) => (
          <fieldset key={group.key} className="choices">
            <legend>
              {t('outcomes:new.prompt', { round: group.round, prompt: text(group.prompt) })}
            </legend>
            <div className="choice-rows">
              {group.choices.map((choice) => (
                <ContributionChoice
                  key={choice.id}
                  choice={choice}
                  isChosen={chosen.includes(choice.id)}
                  quote={quotes[choice.id] ?? ''}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <Button>{t('outcomes:new.submit')}</Button>
      </Form>
    </>
  );
}

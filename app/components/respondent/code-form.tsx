import { useTranslation } from 'react-i18next';
import { Button } from '../button.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../text-field.tsx';
import { TokenField } from '../token-field.tsx';

interface CodeFormProps {
  submitLabel: string;
  tone?: 'primary' | 'danger' | undefined;
  problem: 'incomplete' | 'mistyped' | 'other-kind' | 'unknown' | undefined;
  typed: string | undefined;
}

export function CodeError({ problem }: Pick<CodeFormProps, 'problem'>) {
  const { t } = useTranslation('respondent');
  const { t: common } = useTranslation('common');
  if (!problem) return null;
  return (
    <ErrorSummary
      title={common('errorSummary')}
      errors={[{ href: '#code', text: t(`resume.problem.${problem}`) }]}
    />
  );
}

/** The field for a code; what was typed stays, so that one letter can be corrected. */
export function CodeForm({ submitLabel, tone, problem, typed }: CodeFormProps) {
  const { t } = useTranslation('respondent');
  return (
    <form method="post">
      <TokenField />
      <TextField
        id="code"
        name="code"
        label={t('resume.code')}
        hint={t('resume.hint')}
        error={problem && t(`resume.problem.${problem}`)}
        defaultValue={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
        translate="no"
        maxLength={40}
      />
      <div className="actions">
        <Button tone={tone}>{submitLabel}</Button>
      </div>
    </form>
  );
}

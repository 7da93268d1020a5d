import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { AboutFields } from '../../components/panel/about-fields.tsx';
import { ConsentChoices } from '../../components/panel/consent-choices.tsx';
import { Paragraphs } from '../../components/panel/paragraphs.tsx';
import {
  ContactFields,
  LanguageFields,
  NeedsFields,
} from '../../components/panel/person-fields.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import type { JoinForm } from '../../services/taking-part/get-join-page.server.ts';
import type { JoinInput, JoinProblem } from '../../services/taking-part/join-input.ts';

const fieldOf: Record<JoinProblem, string> = {
  'read-missing': 'consents',
  'consent-changed': 'consents',
  'basis-missing': 'basis',
  'agreed-by-missing': 'agreedBy',
  'email-invalid': 'email',
};

const bases = ['own', 'assent', 'consultee'] as const;

interface JoinFieldsProps {
  page: JoinForm & { code: string };
  problems: readonly JoinProblem[];
  /** What was sent before it was refused. */
  given: JoinInput | undefined;
}

export function JoinFields({ page, problems, given }: JoinFieldsProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation('common');
  const textOf = (problem: JoinProblem) => t(`problem.${problem}`);
  const errorOf = (field: string) => {
    const problem = problems.find((candidate) => fieldOf[candidate] === field);
    return problem && textOf(problem);
  };
  const errors = problems.map((problem) => ({
    href: `#${fieldOf[problem]}`,
    text: textOf(problem),
  }));
  const { name = '', email = '', phone = '' } = given ?? {};
  return (
    <>
      <ErrorSummary title={common('errorSummary')} errors={errors} />
      <h1>{t('agree.title')}</h1>
      <Paragraphs text={page.intro} />
      <form method="post" noValidate>
        <TokenField />
        <input type="hidden" name="key" value={given?.key ?? page.key} />
        <input type="hidden" name="consentVersionId" value={page.consentVersionId} />
        <ConsentChoices
          purposes={page.purposes}
          granted={given?.consents ?? []}
          error={errorOf('consents')}
        />
        <RadioRows
          id="basis"
          name="basis"
          legend={t('agree.who')}
          options={bases.map((basis) => ({ value: basis, label: t(`basis.${basis}`) }))}
          value={given?.basis}
          error={errorOf('basis')}
        />
        <TextField
          id="agreedBy"
          name="agreedBy"
          label={t('agree.agreedBy')}
          hint={t('agree.agreedByHint')}
          error={errorOf('agreedBy')}
          defaultValue={given?.agreedBy}
          maxLength={200}
        />
        <h2>{t('agree.suit')}</h2>
        <LanguageFields
          languages={page.languages}
          language={given?.language ?? page.language}
          register={given?.register ?? 'standard'}
        />
        <NeedsFields needs={given?.needs ?? []} note={given?.note ?? ''} />
        <h2>{t('agree.contact')}</h2>
        <p>{t('agree.contactHint')}</p>
        <ContactFields contact={{ name, email, phone }} error={errorOf('email')} />
        {page.about && (
          <>
            <h2>{t('about.title')}</h2>
            <AboutFields about={page.about} values={given?.band ?? {}} />
          </>
        )}
        <div className="actions">
          <Button>{t('agree.submit')}</Button>
          <a href={`/join/${page.code}`}>{t('back')}</a>
        </div>
      </form>
    </>
  );
}

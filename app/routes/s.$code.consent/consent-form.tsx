import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { FieldError } from '../../components/field-error.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { CovariateFields } from '../../components/respondent/covariate-fields.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import type { ConsentPage } from '../../services/answering/get-consent-page.server.ts';
import type { ConsentProblem } from '../../services/answering/save-consent.server.ts';

/** More sites than this are a list; a few are rows that show at a glance. */
const mostRows = 6;

const fieldOf: Record<ConsentProblem, string> = {
  'agreement-missing': 'agree',
  'site-missing': 'site',
  'linking-incomplete': 'linking',
  'linking-mistyped': 'linking',
  'linking-other-kind': 'linking',
};

interface ConsentFormProps {
  page: ConsentPage;
  heading: string;
  problems: readonly ConsentProblem[];
  /** What was chosen before it was refused. */
  given:
    | {
        consentVersionId?: string | undefined;
        siteId?: string | undefined;
        covariate: Record<string, string>;
        register: string;
        linkingCode: string;
      }
    | undefined;
}

export function ConsentForm({ page, heading, problems, given }: ConsentFormProps) {
  const { t } = useTranslation('respondent');
  const { t: common } = useTranslation('common');
  const { consent, covariates, easyRead, linking } = page;
  const errorOf = (field: string) => {
    const problem = problems.find((candidate) => fieldOf[candidate] === field);
    return problem && t(`consent.problem.${problem}`);
  };
  const questions = covariates.map((question) => ({
    ...question,
    value: given?.covariate[question.id] ?? question.value,
  }));
  const hasAbout = page.sites.length > 1 || covariates.length > 0;
  return (
    <>
      <ErrorSummary
        title={common('errorSummary')}
        errors={problems.map((problem) => ({
          href: `#${fieldOf[problem]}`,
          text: t(`consent.problem.${problem}`),
        }))}
      />
      <h1>{heading}</h1>
      <h2>{t('consent.text')}</h2>
      {consent.text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p>
        {t(
          page.linking.isAsked || page.hasPseudonym ? 'consent.withdrawLinked' : 'consent.withdraw',
        )}
      </p>
      <p className="hint">{t('consent.version', { number: consent.number })}</p>
      <form method="post">
        <TokenField />
        <Agreement
          id={consent.id}
          isTicked={page.hasAgreed || given?.consentVersionId !== undefined}
          error={errorOf('agree')}
        />
        {hasAbout && <h2>{t('consent.about')}</h2>}
        {hasAbout && <p className="hint">{t('consent.aboutHint')}</p>}
        <Site
          question={t(page.hasPseudonym ? 'consent.sitePanel' : 'consent.site')}
          sites={page.sites}
          value={given?.siteId ?? page.siteId ?? undefined}
          error={errorOf('site')}
        />
        <CovariateFields questions={questions} />
        {easyRead.isOffered && (
          <RadioRows
            id="register"
            name="register"
            legend={t('consent.register')}
            options={[
              { value: 'standard', label: t('consent.standard') },
              { value: 'easy-read', label: t('consent.easyRead') },
            ]}
            value={given?.register ?? (easyRead.isChosen ? 'easy-read' : 'standard')}
          />
        )}
        {linking.isAsked && (
          <TextField
            id="linking"
            name="linkingCode"
            label={t('consent.linking')}
            hint={linking.isSettled ? t('consent.linkingSettled') : t('consent.linkingHint')}
            error={errorOf('linking')}
            defaultValue={given?.linkingCode}
            optionalLabel={t('consent.optional')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            dir="ltr"
            maxLength={40}
          />
        )}
        <div className="actions">
          <Button>{t('consent.submit')}</Button>
        </div>
      </form>
    </>
  );
}

interface AgreementProps {
  id: string;
  isTicked: boolean;
  error: string | undefined;
}

function Agreement({ id, isTicked, error }: AgreementProps) {
  const { t } = useTranslation('respondent');
  return (
    <div className={error === undefined ? 'field' : 'field field-wrong'}>
      <FieldError id="agree" error={error} />
      <div className="choice-rows">
        <label className="choice">
          <input
            type="checkbox"
            id="agree"
            name="consentVersionId"
            value={id}
            defaultChecked={isTicked}
            aria-describedby={error === undefined ? undefined : 'agree-error'}
            aria-invalid={error === undefined ? undefined : true}
          />
          <span className="choice-text">{t('consent.agree')}</span>
        </label>
      </div>
    </div>
  );
}

interface SiteProps {
  question: string;
  sites: readonly { value: string; label: string }[];
  value: string | undefined;
  error: string | undefined;
}

function Site({ question, sites, value, error }: SiteProps) {
  const { t } = useTranslation('respondent');
  if (sites.length < 2) return null;
  const shared = { id: 'site', name: 'siteId', error };
  if (sites.length <= mostRows) {
    return <RadioRows {...shared} legend={question} options={sites} value={value} />;
  }
  return (
    <SelectField
      {...shared}
      label={question}
      options={[{ value: '', label: t('consent.choose') }, ...sites]}
      defaultValue={value}
    />
  );
}

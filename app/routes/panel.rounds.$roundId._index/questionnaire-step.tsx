import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { CodeForm } from '../../components/respondent/code-form.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { CodeRefusal } from '../../services/answering/find-ballot.server.ts';
import type { Questionnaire } from '../../services/taking-part/get-questionnaire.server.ts';

interface QuestionnaireStepProps {
  questionnaire: Questionnaire & {
    /** Where this browser goes on with what this person has begun. */
    goOnHref: string | null;
  };
  refused: { problem: CodeRefusal; typed: string } | undefined;
}

/** The questionnaire that a round asks: begun by a button, gone on with here or by the code. */
export function QuestionnaireStep({ questionnaire, refused }: QuestionnaireStepProps) {
  const { t } = useTranslation('panel');
  const { text } = useLocal();
  const { isOpen, isCompleted, invitationId, goOnHref } = questionnaire;
  const isBegun = invitationId !== null;
  return (
    <section aria-labelledby="questionnaire">
      <h2 id="questionnaire">{t('questionnaire.title')}</h2>
      <p className="card-title">
        <bdi>{text(questionnaire.title)}</bdi>
      </p>
      {isCompleted ? (
        <p>{t('questionnaire.completed')}</p>
      ) : !isOpen ? (
        <p>{t('questionnaire.over')}</p>
      ) : goOnHref !== null ? (
        <>
          <p>{t('questionnaire.begunHere')}</p>
          <div className="actions">
            <a className="button button-primary" href={goOnHref}>
              {t('questionnaire.goOn')}
            </a>
          </div>
        </>
      ) : isBegun ? (
        <>
          <p>{t('questionnaire.begun')}</p>
          <CodeForm
            submitLabel={t('questionnaire.goOn')}
            problem={refused?.problem}
            typed={refused?.typed}
          />
        </>
      ) : (
        <>
          <p>{t('questionnaire.pseudonym')}</p>
          <form method="post">
            <TokenField />
            <input type="hidden" name="start" value={questionnaire.start} />
            <div className="actions">
              <Button>{t('questionnaire.start')}</Button>
            </div>
          </form>
        </>
      )}
    </section>
  );
}

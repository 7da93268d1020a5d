import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { SpokenWords } from '../../components/spoken-words.tsx';
import { AnswerText } from '../../components/themes/answer-text.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { toLanguage } from '../../i18n/locales.ts';
import type { CheckPage } from '../../services/themes/get-check-page.server.ts';

type Reply = CheckPage['replies'][number];

function AnswerForm({ reply }: { reply: Reply }) {
  const { t } = useTranslation('themes');
  const { nameOf } = useLocal();
  const language = { lang: reply.language, dir: directionOf(toLanguage(reply.language)) };
  return (
    <Form method="post" noValidate className="stack">
      <TokenField />
      <input type="hidden" name="memberId" value={reply.memberId} />
      <input type="hidden" name="replyId" value={reply.id} />
      {reply.mayPrint && reply.words !== '' ? (
        <TextareaField
          id={`printed-${reply.memberId}`}
          name="printed"
          label={t('check.printed')}
          hint={t('check.printedHint')}
          defaultValue={reply.proposal}
          maxLength={2000}
          {...language}
        />
      ) : (
        <p>{t(reply.words === '' ? 'check.noWords' : 'check.notPrinted')}</p>
      )}
      <TextareaField
        id={`answer-${reply.memberId}`}
        name="answer"
        label={t('check.answer')}
        hint={t('check.answerHint', { language: nameOf(reply.language) })}
        defaultValue={reply.answer ?? ''}
        required
        maxLength={2000}
        {...language}
      />
      <div>
        <Button name="intent" value="answer" tone="secondary">
          {t('check.answerButton')}
        </Button>
      </div>
    </Form>
  );
}

/** What people said to the themes; whoever said more than yes is answered. */
export function ReplyList({
  replies,
  mayAnswer,
}: {
  replies: readonly Reply[];
  mayAnswer: boolean;
}) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  return (
    <ul className="stack plain-list">
      {replies.map((reply) => (
        <li key={reply.id} className="card stack">
          <h3>{t(`verdict.${reply.verdict}`)}</h3>
          <p className="muted">{t('check.person', { n: number(reply.memberNumber) })}</p>
          {reply.words === '' ? null : <SpokenWords text={reply.words} language={reply.language} />}
          {reply.heldOn === null ? null : <Notice tone="concern">{t('flag.held')}</Notice>}
          {reply.answer === null ? null : (
            <AnswerText answer={reply.answer} language={reply.language} />
          )}
          {mayAnswer && reply.answer === null && (reply.verdict !== 'yes' || reply.words !== '') ? (
            <AnswerForm reply={reply} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

import { Form, Link } from '@remix-run/react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { markText } from '../../components/themes/mark-text.ts';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { toLanguage } from '../../i18n/locales.ts';
import type { CodingPage } from '../../services/themes/get-coding-page.server.ts';
import { AssignForm } from './assign-form.tsx';
import { FlagForm } from './flag-form.tsx';

type Current = NonNullable<CodingPage['current']>;
interface CurrentTextProps {
  current: Current;
  codes: CodingPage['codes'];
  home: string;
  mayCode: boolean;
  /** What was typed, where it came back. */
  sent: Record<string, unknown> | null | undefined;
}

/** Where in the text the marked words lie, in UTF-16 units. */
function selectionIn(element: HTMLElement): { start: number; end: number } | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return { start, end: start + range.toString().length };
}

/** The marked words, by whatever means: kept while the reader goes on to the codes, until they mark others. */
function useSelectionIn(words: RefObject<HTMLElement>): ReturnType<typeof selectionIn> {
  const [selected, setSelected] = useState<ReturnType<typeof selectionIn>>(null);
  // Only the document tells of a selection, and of one made by keyboard nothing else does.
  useEffect(() => {
    const mark = () => {
      const anchor = window.getSelection()?.anchorNode ?? null;
      if (words.current?.contains(anchor) === true) setSelected(selectionIn(words.current));
    };
    document.addEventListener('selectionchange', mark);
    return () => document.removeEventListener('selectionchange', mark);
  }, [words]);
  return selected;
}

function AssignedCodes({
  current,
  codes,
  mayCode,
}: Pick<CurrentTextProps, 'current' | 'codes'> & { mayCode: boolean }) {
  const { t } = useTranslation('themes');
  const nameOf = new Map(codes.map(({ id, name }) => [id, name]));
  if (current.assignments.length === 0) return null;
  return (
    <ul className="coding-assigned" aria-label={t('code.assigned')}>
      {current.assignments.map(({ id, codeId, start, end, origin }) => (
        <li key={id}>
          <Form method="post" noValidate preventScrollReset>
            <TokenField />
            <input type="hidden" name="assignmentId" value={id} />
            <input type="hidden" name="contributionId" value={current.id} />
            <strong>
              <bdi>{nameOf.get(codeId)}</bdi>
            </strong>{' '}
            <span className="muted">{t(`origin.${origin}`)}</span>{' '}
            {start === 0 && end === current.text.length ? null : (
              <q lang={current.language} dir={directionOf(toLanguage(current.language))}>
                {current.text.slice(start, end)}
              </q>
            )}{' '}
            {mayCode && origin === 'suggested' ? (
              <Button name="intent" value="accept" tone="secondary">
                {t('code.accept')}
              </Button>
            ) : null}
            {mayCode ? (
              <Button name="intent" value="take-away" tone="secondary">
                {t(origin === 'suggested' ? 'code.dismiss' : 'code.takeAway')}
              </Button>
            ) : null}
          </Form>
        </li>
      ))}
    </ul>
  );
}

/** The text that is read: its words with what was coded, and the codes to choose from. */
export function CurrentText({ current, codes, home, mayCode, sent }: CurrentTextProps) {
  const { t } = useTranslation(['themes', 'errors']);
  const { text } = useLocal();
  const isOpen = mayCode && !current.isDecided;
  const words = useRef<HTMLQuoteElement>(null);
  const selected = useSelectionIn(words);
  const nameOf = new Map(codes.map(({ id, name }) => [id, name]));
  const segments = markText(
    current.text,
    current.assignments.filter(({ origin }) => origin !== 'suggested'),
  );
  return (
    <section aria-labelledby="text-title" className="stack coding-current">
      <h3 id="text-title" className="question">
        <bdi>{text(current.prompt)}</bdi>
      </h3>
      <blockquote
        ref={words}
        className="spoken-words"
        lang={current.language}
        dir={directionOf(toLanguage(current.language))}
      >
        {segments.map(({ start, words: part, codeIds }) =>
          codeIds.length === 0 ? (
            <span key={start}>{part}</span>
          ) : (
            <mark key={start} title={codeIds.map((id) => nameOf.get(id) ?? '').join(' · ')}>
              {part}
            </mark>
          ),
        )}
      </blockquote>
      {current.isWithoutContent ? <p className="muted">{t('code.saysNothing')}</p> : null}
      {current.mayQuote ? null : <p className="muted">{t('code.notQuoted')}</p>}
      {current.isHidden ? (
        <Notice tone="information">
          <p>
            {t('code.hidden')} <Link to={`${home}/double`}>{t('page.double')}</Link>
          </p>
        </Notice>
      ) : (
        <>
          {current.isDecided ? (
            <Notice tone="information">
              <p>
                {t('errors:text-adjudicated')} <Link to={`${home}/double`}>{t('page.double')}</Link>
              </p>
            </Notice>
          ) : null}
          <AssignedCodes current={current} codes={codes} mayCode={isOpen} />
          {isOpen && codes.length > 0 ? (
            <AssignForm current={current} codes={codes} selected={selected} />
          ) : null}
          {mayCode && codes.length === 0 ? (
            <p>
              {t('code.noCodes')} <Link to={`${home}/codebook`}>{t('page.codebook')}</Link>
            </p>
          ) : null}
        </>
      )}
      {mayCode ? <FlagForm current={current} sent={sent} /> : null}
    </section>
  );
}

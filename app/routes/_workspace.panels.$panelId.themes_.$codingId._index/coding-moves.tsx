import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { TokenField } from '../../components/token-field.tsx';
import type { CodingPage } from '../../services/themes/get-coding-page.server.ts';
import { nextKey } from './use-coding-keys.ts';
import { textAddress } from './text-address.ts';

interface MoveProps {
  to: string;
  sign: string;
  text: string;
  isMain?: boolean;
}

function Move({ to, sign, text, isMain = false }: MoveProps) {
  const look = isMain ? 'button button-primary' : 'button button-secondary';
  return (
    <Link className={look} to={to} aria-keyshortcuts={sign}>
      {text}
    </Link>
  );
}

/** From text to text, and back by one step of work. */
export function CodingMoves({ page, home }: { page: CodingPage; home: string }) {
  const { t } = useTranslation('themes');
  const { only, next, previous, following, current } = page;
  const here = (id: string) => textAddress(home, id, only);
  return (
    <div className="button-row coding-moves">
      {previous === null ? null : <Move to={here(previous)} sign="p" text={t('code.previous')} />}
      {following === null ? null : (
        <Move to={here(following)} sign="n" text={t('code.following')} />
      )}
      {next === null || next === current?.id ? null : (
        <Move
          to={textAddress(home, next, only === 'proposed' ? 'all' : only)}
          sign={nextKey}
          text={t('code.next')}
          isMain
        />
      )}
      {page.frame.may.code ? (
        <Form method="post" className="inline" preventScrollReset>
          <TokenField />
          <button
            name="intent"
            value="undo"
            aria-keyshortcuts="u"
            className="button button-secondary"
          >
            {t('code.undo')}
          </button>
        </Form>
      ) : null}
    </div>
  );
}

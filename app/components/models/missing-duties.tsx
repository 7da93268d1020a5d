import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Duty } from '../../services/register/missing-duties.ts';
import { Notice } from '../notice.tsx';
import { useRegisterWords } from './use-register-words.ts';

interface MissingDutiesProps {
  systemId: string;
  duties: readonly Duty[];
  /** So many sections the reader may not read: of them the list says nothing. */
  unlooked: number;
}

/** Where one does something about it; most is done on the page itself. */
const pathOf = ({ code, path }: Duty) =>
  path ?? (code.startsWith('transfer-') ? '/changes#transfers' : null);

/** What is missing of a system: the same list wherever somebody reads about it or decides. */
export function MissingDuties({ systemId, duties, unlooked }: MissingDutiesProps) {
  const { t } = useTranslation(['models', 'gates']);
  const { duty } = useRegisterWords();
  if (duties.length + unlooked === 0) return null;
  const rest = unlooked === 0 ? null : t('gates:duties.unlooked', { count: unlooked });
  if (duties.length === 0) return <p className="muted">{rest}</p>;
  return (
    <Notice tone="concern" title={t('models:duties.title')}>
      <ul>
        {duties.map((one) => {
          const path = pathOf(one);
          return (
            <li
              key={[one.code, one.on, one.what, one.place?.site, one.place?.unit, path].join(' ')}
            >
              {path === null ? (
                duty(one)
              ) : (
                <Link to={`/models/${systemId}${path}`}>{duty(one)}</Link>
              )}
            </li>
          );
        })}
      </ul>
      {rest === null ? null : <p>{rest}</p>}
    </Notice>
  );
}

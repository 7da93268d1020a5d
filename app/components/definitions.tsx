import type { ReactNode } from 'react';
import type { Fact } from './facts.tsx';

type Definition = Omit<Fact, 'value'> & { value: ReactNode };

/** Terms with what they mean here, in words; numbers stand out better as facts. */
export function Definitions({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="definitions">
      {items.map(({ term, value, note }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value}
            {note === undefined ? null : <p className="hint">{note}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

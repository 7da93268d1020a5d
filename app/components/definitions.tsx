import type { Fact } from './facts.tsx';

/** Terms with what they mean here, in words; numbers stand out better as facts. */
export function Definitions({ items }: { items: readonly Fact[] }) {
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

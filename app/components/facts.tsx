export interface Fact {
  term: string;
  value: string;
  note?: string | undefined;
}

export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="facts">
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd className="fact-value">{item.value}</dd>
          {item.note !== undefined && <dd className="fact-note">{item.note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Where evidence lies: a link where it is an address, and what was noted beside it. */
export function Evidence({ evidence, note }: { evidence: string; note: string }) {
  return (
    <>
      {/^https?:\/\/\S+$/.test(evidence) ? (
        <a href={evidence} rel="noreferrer" dir="ltr">
          {evidence}
        </a>
      ) : (
        <span dir="auto">{evidence}</span>
      )}
      {note === '' ? null : (
        <p className="hint" dir="auto">
          {note}
        </p>
      )}
    </>
  );
}

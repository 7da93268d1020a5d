interface CopyValueProps {
  label: string;
  value: string;
  hint?: string | undefined;
}

/** One click or tap selects the whole value: copying needs no script. */
export function CopyValue({ label, value, hint }: CopyValueProps) {
  return (
    <div className="copy-value">
      <p className="copy-label">{label}</p>
      <code translate="no" dir="ltr">
        {value}
      </code>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
    </div>
  );
}

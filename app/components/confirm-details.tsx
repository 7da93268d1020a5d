import type { ReactNode } from 'react';

interface ConfirmDetailsProps {
  summary: string;
  /** What cannot be undone. */
  consequence: string;
  /** Already unfolded: what was filled in is wrong. */
  open?: boolean;
  /** The form with its danger button. */
  children: ReactNode;
}

export function ConfirmDetails({ summary, consequence, open, children }: ConfirmDetailsProps) {
  return (
    <details className="confirm" open={open}>
      <summary>{summary}</summary>
      <div className="confirm-body">
        <p>{consequence}</p>
        {children}
      </div>
    </details>
  );
}

import type { ReactNode } from 'react';

interface ConfirmDetailsProps {
  summary: string;
  /** What cannot be undone. */
  consequence: string;
  /** The form with its danger button. */
  children: ReactNode;
}

export function ConfirmDetails({ summary, consequence, children }: ConfirmDetailsProps) {
  return (
    <details className="confirm">
      <summary>{summary}</summary>
      <div className="confirm-body">
        <p>{consequence}</p>
        {children}
      </div>
    </details>
  );
}

import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  /** Why there is nothing yet and what will appear here. */
  text: string;
  /** What to do next, in order. */
  steps?: readonly string[] | undefined;
  action?: ReactNode;
}

export function EmptyState({ title, text, steps = [], action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <h2>{title}</h2>
      <p>{text}</p>
      {steps.length > 0 && (
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {action !== undefined && <div className="empty-state-action">{action}</div>}
    </div>
  );
}

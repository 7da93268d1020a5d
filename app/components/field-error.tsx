import { StatusIcon } from './status-icon.tsx';

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p className="field-error" id={`${id}-error`}>
      <StatusIcon tone="alert" />
      {error}
    </p>
  );
}

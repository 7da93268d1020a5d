export interface ErrorLink {
  href: string;
  text: string;
}

interface ErrorSummaryProps {
  title: string;
  errors: readonly ErrorLink[];
}

// The page has just come back with errors: the browser puts the focus here, also without script.
const focusOnArrival = { autoFocus: true };

/** Draws nothing when there are no errors, so that a form can always contain it. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} {...focusOnArrival}>
      <h2>{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.href} ${error.text}`}>
            <a href={error.href}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

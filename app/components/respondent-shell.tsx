import type { ReactNode } from 'react';

interface RespondentShellProps {
  organisation: string;
  skipLabel: string;
  languages?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

export function RespondentShell(props: RespondentShellProps) {
  const { organisation, skipLabel, languages, footer, children } = props;
  return (
    <div className="respondent">
      <a className="skip-link" href="#main">
        {skipLabel}
      </a>
      <header className="respondent-header">
        <p className="organisation">{organisation}</p>
        {languages}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {footer !== undefined && <footer className="respondent-footer">{footer}</footer>}
    </div>
  );
}

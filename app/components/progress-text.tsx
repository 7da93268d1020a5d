interface ProgressTextProps {
  /** "Page 2 of 4" */
  text: string;
  current?: number | undefined;
  total?: number | undefined;
}

/** The words carry the progress; the line repeats it for the eye alone. */
export function ProgressText({ text, current, total }: ProgressTextProps) {
  return (
    <div className="progress">
      <p>{text}</p>
      {current !== undefined && total !== undefined && total > 1 && (
        <svg
          className="progress-line"
          viewBox={`0 0 ${total} 1`}
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          <rect className="progress-rest" width={total} height="1" />
          <rect className="progress-done" width={Math.min(current, total)} height="1" />
        </svg>
      )}
    </div>
  );
}

export const tones = ['good', 'concern', 'alert', 'unknown', 'neutral'] as const;
export type Tone = (typeof tones)[number];

/** Each status has a shape of its own, so that it can be told apart without its colour. */
export function StatusIcon({ tone }: { tone: Tone }) {
  return (
    <svg
      className="status-icon"
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <Shape tone={tone} />
    </svg>
  );
}

function Shape({ tone }: { tone: Tone }) {
  switch (tone) {
    case 'good':
      return (
        <>
          <circle cx="8" cy="8" r="6.5" />
          <path d="M5 8.3 7.2 10.5 11 6" />
        </>
      );
    case 'concern':
      return (
        <>
          <path d="M8 2 14.5 13.5h-13Z" />
          <path d="M8 6.5v3M8 11.6v.1" />
        </>
      );
    case 'alert':
      return (
        <>
          <path d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3Z" />
          <path d="M8 4.8v3.9M8 11.3v.1" />
        </>
      );
    case 'unknown':
      return (
        <>
          <circle cx="8" cy="8" r="6.5" strokeDasharray="2.6 2.5" />
          <path d="M6.3 6.4a1.8 1.8 0 1 1 2.4 1.7c-.5.2-.7.5-.7 1M8 11.2v.1" />
        </>
      );
    case 'neutral':
      return (
        <>
          <circle cx="8" cy="8" r="6.5" />
          <path d="M5.5 8h5" />
        </>
      );
  }
}

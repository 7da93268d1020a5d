import { Notice } from '../notice.tsx';
import { useRenewal } from '../results/use-renewal.ts';

/** Says what is computed again, and shows it when it is there; nothing where all is as of now. */
export function Renewal({ isLate, text }: { isLate: boolean; text: string }) {
  useRenewal(isLate);
  if (!isLate) return null;
  return (
    <Notice live>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <p>{text}</p>
    </Notice>
  );
}

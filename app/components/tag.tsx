import { StatusIcon } from './status-icon.tsx';
import type { Tone } from './status-icon.tsx';

export function Tag({ tone, text }: { tone: Tone; text: string }) {
  return (
    <span className={`tag tag-${tone}`}>
      <StatusIcon tone={tone} />
      {text}
    </span>
  );
}

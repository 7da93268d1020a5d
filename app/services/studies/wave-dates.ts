type Wave = {
  state: 'planned' | 'open' | 'closed';
  plannedOpening: string | null;
  plannedClosing: string | null;
};

/** What the dates of a wave ask for today; days are days of UTC, and the closing day still counts. */
export function dueToday(wave: Wave, today: string): 'open' | 'close' | null {
  const { state, plannedOpening, plannedClosing } = wave;
  const isOver = plannedClosing !== null && plannedClosing < today;
  if (state === 'open') return isOver ? 'close' : null;
  const isDue = state === 'planned' && plannedOpening !== null && plannedOpening <= today;
  return isDue && !isOver ? 'open' : null;
}

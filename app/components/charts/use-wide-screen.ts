import { useSyncExternalStore } from 'react';

// Printed, the drawing of the server fits the paper; an interactive one would keep its screen's width.
const query = 'screen and (min-width: 48rem)';

/**
 * False on the server and while the page takes over the server's markup; then whether the screen
 * has room for an interactive chart. On a phone the drawing made for its width stays.
 */
export function useWideScreen(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', onChange);
  return () => {
    media.removeEventListener('change', onChange);
  };
}

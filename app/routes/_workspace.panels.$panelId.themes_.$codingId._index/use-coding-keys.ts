import { useEffect } from 'react';

/** Keys that codes are given, in order; n, p and u move on, back and undo. */
const keys = '123456789abcdefghijklmoqrstvwxyz';

/** Leads to what to read next. */
export const nextKey = '0';

export function keyOf(index: number): string | undefined {
  return keys[index];
}

/** Physical directions: in a page from right to left the next one lies to the left. */
function moveOf(key: string): string | undefined {
  const isMirrored = document.documentElement.dir === 'rtl';
  if (key === 'ArrowRight') return isMirrored ? 'p' : 'n';
  if (key === 'ArrowLeft') return isMirrored ? 'n' : 'p';
  return undefined;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('textarea, select, input[type=text]') !== null;

/** Presses the button or link that bears the key; people can switch it off. */
export function useCodingKeys(isOn: boolean): void {
  // Keys belong to the page and not to an element that would have to be focused first.
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const isRadio = event.target instanceof HTMLInputElement && event.target.type === 'radio';
      if (isRadio && event.key.startsWith('Arrow')) return;
      const key = moveOf(event.key) ?? event.key.toLowerCase();
      if (!/^[a-z0-9]$/u.test(key)) return;
      const target = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
      if (!target) return;
      event.preventDefault();
      target.click();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
}

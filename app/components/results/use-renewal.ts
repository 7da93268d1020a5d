import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

const everyMs = 2_000;

/** Asks again while something is being computed. Without script the page renews itself. */
export function useRenewal(isUnderWay: boolean): void {
  const { revalidate } = useRevalidator();
  // An effect, because time passing is nothing that rendering could notice.
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(() => {
      revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [isUnderWay, revalidate]);
}

import { useFetcher, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import type { DraftProgress } from '../../services/themes/get-draft-progress.server.ts';
import { isUnderWay } from './is-under-way.ts';

const everyMs = 1500;

/**
 * How far drafts are, looked up while work is under way; the page itself is read again when it has ended.
 * Without script the reader reloads.
 */
export function useProgress(address: string, isWaiting: boolean): ReadonlyMap<string, number> {
  const { load, data } = useFetcher<DraftProgress>();
  const { revalidate } = useRevalidator();
  const hasEnded = data !== undefined && !data.drafts.some((draft) => isUnderWay({ draft }));
  // The server computes in the background and cannot call the page.
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => load(address), everyMs);
    return () => clearInterval(timer);
  }, [isWaiting, load, address]);
  useEffect(() => {
    if (isWaiting && hasEnded) revalidate();
  }, [isWaiting, hasEnded, data, revalidate]);
  return new Map((data?.drafts ?? []).map(({ id, progress }) => [id, progress]));
}

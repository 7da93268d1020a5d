import type { DraftOfLanguage } from '../../services/themes/get-drafts-page.server.ts';

export const isUnderWay = ({ draft }: DraftOfLanguage) =>
  draft?.state === 'queued' || draft?.state === 'running';

type Draft = { state: string } | null;

export const isUnderWay = ({ draft }: { draft: Draft }) =>
  draft?.state === 'queued' || draft?.state === 'running';

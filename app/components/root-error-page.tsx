import { ErrorView } from './error-view.tsx';
import { useErrorText } from './use-error-text.ts';

export function RootErrorPage() {
  return <ErrorView {...useErrorText()} />;
}

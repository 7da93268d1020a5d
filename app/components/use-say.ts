import { useTranslation } from 'react-i18next';

/** What is wrong in a form, in the reader's words: messages of schemas and services are codes. */
export function useSay(): (code: string) => string {
  const { t } = useTranslation('errors');
  return (code) => t(code as 'conflict');
}

import styles from '../styles/respondent.css?url';
import { useErrorText } from './use-error-text.ts';

/** The style sheet is linked here: linked by the root it would reach the workspace pages too. */
export function RootErrorPage() {
  const { title, sentence, toStart } = useErrorText();
  return (
    <>
      <link rel="stylesheet" href={styles} />
      <div className="respondent">
        <main id="main">
          <h1>{title}</h1>
          <p>{sentence}</p>
          <p>
            <a href="/">{toStart}</a>
          </p>
        </main>
      </div>
    </>
  );
}

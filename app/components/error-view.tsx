import styles from '../styles/respondent.css?url';
import type { ErrorText } from './use-error-text.ts';

/** The style sheet is linked here: linked by the root it would reach the workspace pages too. */
export function ErrorView({ title, sentence, toStart }: ErrorText) {
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

import { Fragment } from 'react';

/** An e-mail address, which may go on in the next line before its “@” and its dots. */
export function EmailText({ address }: { address: string }) {
  return (
    <span dir="ltr">
      {address.split(/(?=[@.])/).map((part, index) => (
        <Fragment key={`${index} ${part}`}>
          {index > 0 ? <wbr /> : null}
          {part}
        </Fragment>
      ))}
    </span>
  );
}

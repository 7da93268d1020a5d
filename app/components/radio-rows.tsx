import { ChoiceSet, choiceId } from './choice-set.tsx';

export interface RadioOption {
  value: string;
  label: string;
  hint?: string | undefined;
  /** Set apart from the scale: prefer not to say, not applicable. */
  muted?: boolean | undefined;
}

interface RadioRowsProps {
  id: string;
  name: string;
  legend: string;
  options: readonly RadioOption[];
  value?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
  asHeading?: boolean | undefined;
}

export function RadioRows(props: RadioRowsProps) {
  const { id, name, legend, options, value, hint, error, required, asHeading } = props;
  return (
    <ChoiceSet id={id} legend={legend} hint={hint} error={error} asHeading={asHeading}>
      {options.map((option, index) => (
        <label
          key={option.value}
          className={option.muted === true ? 'choice choice-muted' : 'choice'}
        >
          <input
            type="radio"
            id={choiceId(id, index)}
            name={name}
            value={option.value}
            defaultChecked={option.value === value}
            required={required}
          />
          <span className="choice-text">
            {option.label}
            {option.hint !== undefined && <span className="choice-hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </ChoiceSet>
  );
}

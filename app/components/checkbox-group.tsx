import { ChoiceSet, choiceId } from './choice-set.tsx';

export interface CheckboxOption {
  value: string;
  label: string;
  hint?: string | undefined;
  disabled?: boolean | undefined;
}

interface CheckboxGroupProps {
  id: string;
  name: string;
  legend: string;
  options: readonly CheckboxOption[];
  values?: readonly string[] | undefined;
  hint?: string | undefined;
  error?: string | undefined;
}

export function CheckboxGroup(props: CheckboxGroupProps) {
  const { id, name, legend, options, values = [], hint, error } = props;
  return (
    <ChoiceSet id={id} legend={legend} hint={hint} error={error}>
      {options.map((option, index) => (
        <label key={option.value} className="choice">
          <input
            type="checkbox"
            id={choiceId(id, index)}
            name={name}
            value={option.value}
            defaultChecked={values.includes(option.value)}
            disabled={option.disabled}
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

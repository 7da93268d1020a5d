import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { CheckboxGroup } from '#app/components/checkbox-group.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { RadioRows } from '#app/components/radio-rows.tsx';
import { SelectField } from '#app/components/select-field.tsx';
import { TextField } from '#app/components/text-field.tsx';
import { TextareaField } from '#app/components/textarea-field.tsx';

import { attributesOf, textsOf } from './support/markup.ts';

const options = [
  { value: '1', label: 'Disagree' },
  { value: '2', label: 'Agree' },
  { value: 'prefer-not-to-say', label: 'Prefer not to say', muted: true },
];
const texts = { id: 'role', name: 'role', label: 'Role', hint: 'Your main one', error: 'Choose' };

describe.each([
  ['input', <TextField key="text" {...texts} />],
  ['textarea', <TextareaField key="area" {...texts} />],
  ['select', <SelectField key="select" {...texts} options={options} />],
])('a field around %s', (tag, element) => {
  const markup = renderToStaticMarkup(element);

  it('ties label, hint and error to the control', () => {
    expect(attributesOf(markup, 'label', 'for')).toEqual(['role']);
    expect(attributesOf(markup, tag, 'id')).toEqual(['role']);
    expect(attributesOf(markup, tag, 'aria-describedby')).toEqual(['role-hint role-error']);
    expect(attributesOf(markup, tag, 'aria-invalid')).toEqual(['true']);
    expect(attributesOf(markup, 'p', 'id')).toEqual(['role-hint', 'role-error']);
  });
});

it('describes a field by nothing when there is nothing to say', () => {
  const markup = renderToStaticMarkup(<TextField id="name" name="name" label="Name" />);
  expect(markup).not.toMatch(/aria-describedby|aria-invalid/u);
});

describe('radio rows', () => {
  const markup = renderToStaticMarkup(
    <RadioRows id="q1" name="q1" legend="AI helps." options={options} value="2" error="Choose" />,
  );

  it('are native radios of one name in a fieldset with its legend', () => {
    expect(textsOf(markup, 'legend')).toEqual(['AI helps.']);
    expect(attributesOf(markup, 'input', 'type')).toEqual(['radio', 'radio', 'radio']);
    expect(new Set(attributesOf(markup, 'input', 'name'))).toEqual(new Set(['q1']));
    expect(textsOf(markup, 'label')).toEqual(['Disagree', 'Agree', 'Prefer not to say']);
  });

  it('check the stored answer alone', () => {
    expect(markup.match(/checked=""/gu)).toHaveLength(1);
    expect(markup).toMatch(/checked="" value="2"|value="2" checked=""/u);
  });

  it('can be reached from an error summary by the id of the question', () => {
    const summary = renderToStaticMarkup(
      <ErrorSummary title="There is a problem" errors={[{ href: '#q1', text: 'Choose' }]} />,
    );
    const target = attributesOf(summary, 'a', 'href')[0]?.slice(1);
    expect(attributesOf(markup, 'input', 'id')[0]).toBe(target);
    expect(attributesOf(markup, 'fieldset', 'aria-describedby')).toEqual(['q1-error']);
  });

  it('can carry the heading of the page', () => {
    const page = renderToStaticMarkup(
      <RadioRows id="q1" name="q1" legend="AI helps." options={options} asHeading />,
    );
    expect(textsOf(page, 'h1')).toEqual(['AI helps.']);
  });
});

it('checks every stored value of a checkbox group', () => {
  const markup = renderToStaticMarkup(
    <CheckboxGroup id="sites" name="sites" legend="Sites" options={options} values={['1', '2']} />,
  );
  expect(markup.match(/checked=""/gu)).toHaveLength(2);
  expect(new Set(attributesOf(markup, 'input', 'id')).size).toBe(options.length);
});

describe('the error summary', () => {
  it('is announced and takes the focus', () => {
    const markup = renderToStaticMarkup(
      <ErrorSummary title="There is a problem" errors={[{ href: '#a', text: 'Enter a name' }]} />,
    );
    expect(markup).toContain('role="alert"');
    expect(markup).toContain('tabindex="-1"');
    expect(markup).toMatch(/autofocus=""/iu);
    expect(textsOf(markup, 'a')).toEqual(['Enter a name']);
  });

  it('is absent when nothing is wrong', () => {
    expect(renderToStaticMarkup(<ErrorSummary title="There is a problem" errors={[]} />)).toBe('');
  });
});

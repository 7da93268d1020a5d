import { Link } from '@remix-run/react';
import type { ComponentPropsWithoutRef } from 'react';

export const buttonTones = ['primary', 'secondary', 'danger'] as const;
export type ButtonTone = (typeof buttonTones)[number];

type ButtonProps = Omit<ComponentPropsWithoutRef<'button'>, 'className' | 'style'> & {
  tone?: ButtonTone | undefined;
};

export function Button({ tone = 'primary', type = 'submit', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={`button button-${tone}`} />;
}

type LinkButtonProps = Omit<ComponentPropsWithoutRef<typeof Link>, 'className' | 'style'> & {
  tone?: ButtonTone | undefined;
};

export function LinkButton({ tone = 'secondary', ...rest }: LinkButtonProps) {
  return <Link {...rest} className={`button button-${tone}`} />;
}

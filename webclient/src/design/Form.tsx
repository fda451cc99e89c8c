import type { ComponentProps } from 'react';

interface Props extends Omit<ComponentProps<'form'>, 'onSubmit'> {
  onSubmit: () => void;
}

/// A form that says in our own words what is wrong with it. What is too long is not sent: one gets there instead.
export function Form({ onSubmit, ...rest }: Props) {
  return (
    <form
      {...rest}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const tooLong = event.currentTarget.querySelector<HTMLElement>('[data-too-long]');
        if (tooLong) tooLong.focus();
        else onSubmit();
      }}
    />
  );
}

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Field } from '../../design/Field.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { Reference } from '../../design/States.tsx';
import { say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey } from '../../protocol/errors.ts';
import { Section } from './Section.tsx';
import styles from './Password.module.css';

/// `limits::password_min`
const shortest = 8;

export function Password() {
  const text = useLaterText();
  const [current, setCurrent] = useState('');
  const [replacement, setReplacement] = useState('');
  const [isTried, setTried] = useState(false);
  const changing = useMutation({
    mutationFn: () => api.changePassword({ current, replacement }),
    onSuccess: () => {
      setCurrent('');
      setReplacement('');
      setTried(false);
      say(text.account.changed);
    },
  });
  const key = changing.error ? errorKey(changing.error) : undefined;
  const isShort = replacement.length < shortest;

  return (
    <Section title={text.account.password} hint={text.account.passwordHint}>
      <Form
        className={styles.form}
        onSubmit={() => {
          setTried(true);
          if (current !== '' && !isShort && !changing.isPending) changing.mutate();
        }}
      >
        <Field
          label={text.account.current}
          type="password"
          autoComplete="current-password"
          most={256}
          value={current}
          error={
            isTried && current === '' ? text.signIn.missing : key === 'wrong_password' ? text.errors[key] : undefined
          }
          onChange={({ target }) => {
            setCurrent(target.value);
          }}
        />
        <Field
          label={text.account.replacement}
          type="password"
          autoComplete="new-password"
          most={256}
          value={replacement}
          hint={text.account.replacementHint}
          error={
            isTried && isShort
              ? text.account.replacementHint
              : key === 'weak_password'
                ? text.errors[key]
                : undefined
          }
          onChange={({ target }) => {
            setReplacement(target.value);
          }}
        />
        {key !== undefined && key !== 'wrong_password' && key !== 'weak_password' && (
          <Note tone="failure">
            {text.errors[key]}
            <Reference error={changing.error} />
          </Note>
        )}
        <Button type="submit" className={styles.submit} aria-disabled={changing.isPending}>
          {text.account.change}
        </Button>
      </Form>
    </Section>
  );
}

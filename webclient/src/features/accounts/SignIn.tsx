import { useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Field } from '../../design/Field.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { Reference } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import type { Catalogue } from '../../i18n/nl.ts';
import { useText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import type { Moments } from '../../i18n/moments.ts';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import { useStore } from '../../state/store.ts';
import { Entrance, OnlySecure } from './Entrance.tsx';
import { endedUnasked, signIn } from './session.ts';
import { ShowPassword } from './ShowPassword.tsx';
import styles from './SignIn.module.css';

export function SignIn() {
  const text = useText();
  const hasEnded = useStore(endedUnasked);
  usePageTitle(text.signIn.title);
  return (
    <Entrance>
      <h1>{text.signIn.title}</h1>
      <p className={styles.tagline}>{text.signIn.tagline}</p>
      {hasEnded && <Note tone="info">{text.signIn.ended}</Note>}
      <OnlySecure>
        <Credentials />
      </OnlySecure>
    </Entrance>
  );
}

function Credentials() {
  const text = useText();
  const moments = useMoments();
  const form = useRef<HTMLFormElement>(null);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ error: unknown; at: number }>();
  const [isTried, setTried] = useState(false);
  const missing = (value: string) => (isTried && value === '' ? text.signIn.missing : undefined);

  const submit = async () => {
    setTried(true);
    if (login === '' || password === '') {
      form.current?.querySelector<HTMLInputElement>(login === '' ? '[name=login]' : '[name=password]')?.focus();
      return;
    }
    if (isBusy) return;
    setBusy(true);
    try {
      await signIn(login.trim(), password);
    } catch (error) {
      setFailure({ error, at: Date.now() });
      setBusy(false);
    }
  };

  return (
    <Form ref={form} className={styles.fields} onSubmit={() => void submit()}>
      {failure && (
        <Note tone="failure">
          {explain(failure.error, failure.at, text, moments)}
          {!hasCode(failure.error, 'sign_in_failed', 'too_many_requests') && <Reference error={failure.error} />}
        </Note>
      )}
      <Field
        label={text.signIn.login}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        most={254}
        value={login}
        error={missing(login)}
        onChange={({ target }) => {
          setLogin(target.value);
        }}
      />
      <Field
        label={text.signIn.password}
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="current-password"
        most={256}
        value={password}
        error={missing(password)}
        onChange={({ target }) => {
          setPassword(target.value);
        }}
        after={<ShowPassword isShown={isShown} onChange={setShown} />}
      />
      <Button type="submit" look="primary" className={styles.submit} aria-disabled={isBusy}>
        {isBusy ? text.signIn.busy : text.signIn.submit}
      </Button>
      <p className={styles.forgot}>{text.signIn.forgot}</p>
    </Form>
  );
}

function explain(error: unknown, at: number, text: Catalogue, moments: Moments): string {
  if (hasCode(error, 'sign_in_failed')) return text.signIn.failed;
  if (hasCode(error, 'too_many_requests') && error.retryAfterSeconds !== undefined) {
    return text.signIn.throttled(moments.time(at + error.retryAfterSeconds * 1000 + minute));
  }
  return text.errors[errorKey(error)];
}

/// The moment is said in minutes, so the next whole one.
const minute = 59_999;

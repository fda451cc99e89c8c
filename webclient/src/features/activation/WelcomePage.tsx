import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Field } from '../../design/Field.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState, Reference } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { chooseLanguage, useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { Activation, Me } from '../../protocol/generated.ts';
import { Entrance, OnlySecure } from '../accounts/Entrance.tsx';
import { meQuery } from '../accounts/session.ts';
import { ShowPassword } from '../accounts/ShowPassword.tsx';
import styles from '../accounts/SignIn.module.css';
import { useSigningOut } from '../accounts/useSigningOut.tsx';
import { activate, openActivation } from './activation.ts';

interface Props {
  token: string;
  onLeave: () => void;
}

/// `limits::password_min`
const shortest = 8;

/// Where an invitation leads: who it is for, and the choice of a password.
export function WelcomePage({ token, onLeave }: Props) {
  const invitation = useQuery({
    queryKey: ['activation', token],
    queryFn: () => openActivation(token),
    enabled: token !== '',
    gcTime: 0,
    retry: false,
  });
  const { data: me, isPending } = useQuery(meQuery);
  const spoken = me ? undefined : invitation.data?.language;
  useEffect(() => {
    if (spoken !== undefined) void chooseLanguage(spoken);
  }, [spoken]);
  const isGone = token === '' || hasCode(invitation.error, 'not_found', 'invalid_request');
  return (
    <Entrance>
      <OnlySecure>{isGone ? (
        <Gone onLeave={onLeave} />
      ) : invitation.isError ? (
        <ErrorState error={invitation.error} onRetry={() => void invitation.refetch()} />
      ) : invitation.data && me ? (
        <SignedIn me={me} invitation={invitation.data} onLeave={onLeave} />
      ) : invitation.data && !isPending ? (
        <Invited token={token} invitation={invitation.data} onLeave={onLeave} />
      ) : (
        <Skeleton kind="page" />
      )}</OnlySecure>
    </Entrance>
  );
}

function Gone({ onLeave }: { onLeave: () => void }) {
  const { activation: words } = useLaterText();
  usePageTitle(words.gone);
  return (
    <>
      <h1>{words.gone}</h1>
      <p className={styles.tagline}>{words.goneHint}</p>
      <div>
        <Button onClick={onLeave}>{words.toSignIn}</Button>
      </div>
    </>
  );
}

/// Somebody else may hold this device, or somebody opens their own link once more.
function SignedIn({ me, invitation, onLeave }: { me: Me; invitation: Activation; onLeave: () => void }) {
  const text = useLaterText();
  const words = text.activation;
  usePageTitle(words.signedIn(me.person.name));
  const { goOut, question } = useSigningOut();
  return (
    <>
      <h1>{words.signedIn(me.person.name)}</h1>
      <p className={styles.tagline}>{words.signedInHint(invitation.name)}</p>
      <div className={styles.fields}>
        <Button look="primary" onClick={onLeave}>
          {words.stay}
        </Button>
        <Button onClick={goOut}>{words.signOut}</Button>
      </div>
      {question}
    </>
  );
}

function Invited({ token, invitation, onLeave }: Props & { invitation: Activation }) {
  const text = useLaterText();
  const words = text.activation;
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const [isShown, setShown] = useState(false);
  usePageTitle(words.welcome(invitation.name));
  const choosing = useMutation({ mutationFn: () => activate(token, password), onSuccess: onLeave });
  const key = choosing.error ? errorKey(choosing.error) : undefined;
  const isShort = password.length < shortest;
  if (key === 'not_found') return <Gone onLeave={onLeave} />;
  return (
    <>
      <h1>{words.welcome(invitation.name)}</h1>
      <p className={styles.tagline}>{words.tagline(invitation.organisation)}</p>
      <Form
        className={styles.fields}
        onSubmit={() => {
          setTried(true);
          if (!isShort && !choosing.isPending) choosing.mutate();
        }}
      >
        {/* So that a password manager keeps the two together. */}
        <input hidden readOnly aria-label={text.signIn.login} autoComplete="username" value={invitation.logins[0] ?? ''} />
        <Field
          label={words.password}
          type={isShown ? 'text' : 'password'}
          autoComplete="new-password"
          most={256}
          value={password}
          hint={text.account.replacementHint}
          error={isTried && isShort ? text.account.replacementHint : key === 'weak_password' ? text.errors[key] : undefined}
          onChange={({ target }) => setPassword(target.value)}
          after={<ShowPassword isShown={isShown} onChange={setShown} />}
        />
        {key !== undefined && key !== 'weak_password' && (
          <Note tone="failure">
            {text.errors[key]}
            <Reference error={choosing.error} />
          </Note>
        )}
        <Button type="submit" look="primary" className={styles.submit} aria-disabled={choosing.isPending}>
          {words.submit}
        </Button>
        <p className={styles.forgot}>{words.login(invitation.logins.join(` ${words.or} `))}</p>
      </Form>
    </>
  );
}

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { colourOf } from '../../design/Avatar.tsx';
import { Button } from '../../design/Button.tsx';
import { Field } from '../../design/Field.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { Select } from '../../design/Select.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { say } from '../../design/toast.ts';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { OwnProfile, ProfileAudience } from '../../protocol/generated.ts';
import { isSame } from '../../state/isSame.ts';
import { useMe } from '../accounts/session.ts';
import { ColourChoice } from './ColourChoice.tsx';
import { Facts, type Told } from './Facts.tsx';
import styles from './ProfilePage.module.css';
import { ownProfileQuery, readOwnProfile, setProfile } from './profiles.ts';

type FieldName = keyof Told;
const fieldNames: readonly FieldName[] = ['phone', 'mobile', 'workplace', 'about', 'ask_me'];
const audiences: readonly ProfileAudience[] = ['everyone', 'groupmates', 'nobody'];

/// `limits::profile_line`, `limits::profile_text`
const lengths: Record<FieldName, number> = { phone: 120, mobile: 120, workplace: 120, about: 1000, ask_me: 1000 };

/// One's own profile, with beside it what others will see.
export function ProfileEditor({ onDone }: { onDone: () => void }) {
  const own = useQuery(ownProfileQuery);
  // What was kept from before may be an older version.
  if (own.isPending || own.isFetching) return <Skeleton kind="rows" />;
  if (own.isError) return <ErrorState error={own.error} onRetry={() => void own.refetch()} />;
  return <Editor before={own.data} onDone={onDone} />;
}

function Editor({ before, onDone }: { before: OwnProfile; onDone: () => void }) {
  const { profile: text, errors, app, composer } = useLaterText();
  const me = useMe().person;
  const [profile, setDraft] = useState(before);
  const [version, setVersion] = useState(before.version);
  const isChanged = version > before.version;
  const saving = useMutation({
    mutationFn: () => setProfile({ ...profile, version }, me.id),
    // What this device had is older: the next one to save means it.
    onError: async (error) => {
      if (!hasCode(error, 'stale_version')) return;
      const now = await readOwnProfile().catch(() => before);
      setVersion(now.version);
    },
    onSuccess: () => {
      say(text.saved);
      onDone();
    },
  });
  const { leave, question } = useUnsaved(!isSame(profile, before), onDone);
  const key = saving.error ? errorKey(saving.error) : undefined;
  const change = (name: FieldName, part: Partial<OwnProfile[FieldName]>) => {
    setDraft((draft) => ({ ...draft, [name]: { ...draft[name], ...part } }));
  };

  return (
    <div className={styles.editor}>
      <Form
        className={styles.form}
        onSubmit={() => {
          if (!saving.isPending) saving.mutate();
        }}
      >
        <p className={styles.hint}>{text.voluntary}</p>
        <ColourChoice
          id={me.id}
          name={me.name}
          chosen={profile.colour ?? colourOf(me.id)}
          onChange={(colour) => {
            setDraft((draft) => ({ ...draft, colour }));
          }}
        />
        {fieldNames.map((name) => (
          <div key={name} className={styles.field}>
            <Words
              name={name}
              value={profile[name].text}
              onChange={(words) => {
                change(name, { text: words });
              }}
            />
            <Select
              label={text.audienceOf(text.fields[name])}
              value={profile[name].audience}
              choices={audiences.map((audience) => [audience, text.audiences[audience]] as const)}
              onChange={(audience) => {
                change(name, { audience });
              }}
            />
          </div>
        ))}
        {isChanged && <Note tone="info">{text.changedMeanwhile}</Note>}
        {key !== undefined && !(isChanged && key === 'stale_version') && <Note tone="failure">{errors[key]}</Note>}
        <div className={styles.actions}>
          <Button type="submit" look="primary" aria-disabled={saving.isPending}>
            {isChanged ? composer.overwrite : composer.save}
          </Button>
          <Button onClick={leave}>{app.cancel}</Button>
        </div>
      </Form>
      {question}
      <Preview profile={profile} />
    </div>
  );
}

function Words({ name, value, onChange }: { name: FieldName; value: string; onChange: (words: string) => void }) {
  const { profile: text } = useLaterText();
  const shared = { label: text.fields[name], value, most: lengths[name] };
  if (name === 'about' || name === 'ask_me') {
    return (
      <TextArea
        {...shared}
        {...(name === 'ask_me' ? { hint: text.askMeHint } : {})}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
    );
  }
  return (
    <Field
      {...shared}
      type={name === 'workplace' ? 'text' : 'tel'}
      onChange={({ target }) => {
        onChange(target.value);
      }}
    />
  );
}

type Looker = 'colleague' | 'groupmate';

/// As it will be once it is saved. Who sees what is decided by the server; this shows the choices.
function Preview({ profile }: { profile: OwnProfile }) {
  const { profile: text } = useLaterText();
  const [looker, setLooker] = useState<Looker>('colleague');
  const seen: Told = {};
  for (const name of fieldNames) {
    const { text: words, audience } = profile[name];
    const isOpen = audience === 'everyone' || (audience === 'groupmates' && looker === 'groupmate');
    if (isOpen && words !== '') seen[name] = words;
  }
  return (
    <section className={styles.preview} aria-labelledby="preview">
      <h2 id="preview">{text.preview}</h2>
      <Segmented<Looker>
        label={text.previewAs}
        value={looker}
        choices={[
          ['colleague', text.lookers.colleague],
          ['groupmate', text.lookers.groupmate],
        ]}
        onChange={setLooker}
      />
      {Object.keys(seen).length === 0 ? <p className={styles.hint}>{text.previewEmpty}</p> : <Facts fields={seen} />}
    </section>
  );
}

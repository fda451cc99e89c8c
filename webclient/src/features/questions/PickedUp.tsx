import { useText } from '../../i18n/text.tsx';
import type { PersonId } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { usePerson } from '../people/people.ts';

/// "Daan pakt dit op"
export function PickedUp({ by }: { by: PersonId }) {
  const { questions, post } = useText();
  const isMe = useMyself()?.person.id === by;
  const name = usePerson(by)?.name ?? post.unknownAuthor;
  return <span>{isMe ? questions.pickedUpByYou : questions.pickedUpBy(name)}</span>;
}

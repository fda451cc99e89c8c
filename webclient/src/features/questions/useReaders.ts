import { useText } from '../../i18n/text.tsx';
import type { Addressee, PersonId } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { useDepartment } from '../departments/departments.ts';
import { usePerson } from '../people/people.ts';

/// Who reads a confidential question of this person, in words: "de servicedesk van HR en jij".
export function useReaders({ department: id, service }: Addressee, author: PersonId): string {
  const { privately, questions, post } = useText();
  const department = useDepartment(id);
  const isMe = useMyself()?.person.id === author;
  const name = usePerson(author)?.name ?? post.unknownAuthor;
  return privately.readers(privately.desk(department?.name ?? questions.unknownDepartment), isMe ? privately.you : name, service !== undefined);
}

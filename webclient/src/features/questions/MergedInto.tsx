import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLaterText } from '../../i18n/text.tsx';
import { hasCode } from '../../protocol/errors.ts';
import type { PostId } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { usePerson } from '../people/people.ts';
import { postQuery } from '../posts/queries.ts';

/// "Samengevoegd met de vraag van Fatma", which leads there. Who asked that, the question itself does not say.
export function MergedInto({ post }: { post: PostId }) {
  const { merging } = useLaterText();
  const isWanted = ({ state }: { state: { error: unknown } }) => !hasCode(state.error, 'not_found');
  const { data } = useQuery({ ...postQuery(post), enabled: isWanted });
  return (
    <span>
      <Link to="/p/$post" params={{ post: String(post) }}>
        {data ? <Of author={data.view.post.author} /> : merging.intoAnother}
      </Link>
    </span>
  );
}

function Of({ author }: { author: number }) {
  const { merging } = useLaterText();
  const name = usePerson(author)?.name;
  if (author === useMyself()?.person.id) return merging.intoYours;
  return name === undefined ? merging.intoAnother : merging.into(name);
}

'use client';
import { use, useState } from 'react';
import { findDraft } from '@/app/_forms/kept-drafts';
import { IconButton } from '@/app/_ui/button';
import { EditIcon, TrashIcon } from '@/app/_ui/icons';
import { RelativeTime } from '@/app/_ui/relative-time';
import { useAnnounce } from '@/app/_ui/toast';
import type { Comment } from '@/lib/domain/comment';
import { CommentEdit } from './comment-edit';
import { write } from './comment-requests';
import { CommentWords } from './comment-words';
import styles from './comments.module.css';
import { DiscussionsContext } from './discussions';

/** One comment: who, when, what, and for those who may, changing and deleting it. */
export function CommentItem({
  comment: listed,
  isNew,
  canDelete,
  canRevise,
  workspaceSlug,
  timeZone,
  onChanged,
}: {
  comment: Comment;
  isNew: boolean;
  canDelete: boolean;
  canRevise: boolean;
  workspaceSlug: string;
  timeZone: string;
  onChanged: () => void;
}) {
  const { person } = use(DiscussionsContext);
  /** What the server answered here: it counts until the list has it too. */
  const [answered, setAnswered] = useState<Comment | null>(null);
  const comment = answered && answered.version > listed.version ? answered : listed;
  const [isEditing, setEditing] = useState(
    () => canRevise && findDraft({ userId: person.id, form: 'comment-edit', about: listed.id }) !== null,
  );
  const announce = useAnnounce();
  const { id, author, version } = comment;
  if (comment.deletedAt) return <p className={styles.gone}>{author.name}’s comment was deleted.</p>;

  const restore = async () => {
    const done = await write<Comment>({ method: 'POST', path: `/comments/${id}/restore`, userId: person.id });
    if (!done.ok) return announce(`The comment could not be restored. ${done.error.message}`);
    setAnswered(done.value);
    onChanged();
    announce('The comment is back.');
  };
  const remove = async () => {
    const done = await write<Comment>({
      method: 'DELETE',
      path: `/comments/${id}`,
      userId: person.id,
      version,
    });
    if (!done.ok) return announce(`The comment was not deleted. ${done.error.message}`);
    setAnswered(done.value);
    onChanged();
    announce('Comment deleted.', { undo: () => void restore() });
  };
  return (
    <>
      <p className={styles.by}>
        <span className={styles.author}>{author.name}</span>{' '}
        <RelativeTime instant={comment.createdAt} timeZone={timeZone} />
        {comment.editedAt && ', changed'}
        {isNew && <span className={styles.new}>New</span>}
        {!isEditing && (canRevise || canDelete) && (
          <span className={styles.own}>
            {canRevise && (
              <IconButton size="small" label="Change the comment" onClick={() => setEditing(true)}>
                <EditIcon size={13} />
              </IconButton>
            )}
            {canDelete && (
              <IconButton size="small" label="Delete the comment" onClick={() => void remove()}>
                <TrashIcon size={13} />
              </IconButton>
            )}
          </span>
        )}
      </p>
      {isEditing ? (
        <CommentEdit
          comment={comment}
          workspaceSlug={workspaceSlug}
          onSaved={(saved, undo) => {
            setAnswered(saved);
            setEditing(false);
            onChanged();
            announce('Comment changed.', { undo });
          }}
          onUndone={onChanged}
          onClose={() => setEditing(false)}
        />
      ) : (
        <CommentWords comment={comment} />
      )}
    </>
  );
}

import type { Comment } from '@/lib/domain/comment';
import { commentPieces } from '@/lib/domain/comment-text';
import styles from './comments.module.css';

/** The words of a comment: text and nothing else, in which addresses lead there and mentions stand out. */
export function CommentWords({ comment }: { comment: Comment }) {
  return (
    <p className={styles.words} dir="auto">
      {commentPieces(comment.body, comment.mentions).map((piece, i) =>
        piece.type === 'link' ? (
          <a key={i} href={piece.href} target="_blank" rel="noreferrer">
            {piece.text}
          </a>
        ) : piece.type === 'mention' ? (
          <strong key={i} className={styles.mention}>
            {piece.text}
          </strong>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}

import type { Post, PostSection } from '../../model/post.ts'

/** The post with as many of its lines as the service takes. A cut post says so; title and foot always stay. */
export function fitPost(post: Post, isTaken: (post: Post) => boolean): Post {
  const count = post.sections.reduce((sum, { lines }) => sum + lines.length, 0)
  if (isTaken(post)) return post
  let [fits, tooMany] = [0, count]
  while (tooMany - fits > 1) {
    const tried = Math.floor((fits + tooMany) / 2)
    if (isTaken(cut(post, tried))) fits = tried
    else tooMany = tried
  }
  return cut(post, fits)
}

function cut({ sections, foot, more, ...rest }: Post, lines: number): Post {
  let left = lines
  const kept: PostSection[] = []
  for (const section of sections) {
    if (left <= 0) break
    kept.push({ ...section, lines: section.lines.slice(0, left) })
    left -= section.lines.length
  }
  return { ...rest, more, sections: kept, foot: [more, ...foot] }
}

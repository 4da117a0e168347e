import type { Post } from '../../model/post.ts'

/** Signs that make links, pictures, mentions and emphasis; none of these services has a way to escape them all. */
const MARKS: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '*': '＊',
  '`': '｀',
  '~': '～',
  '\\': '＼',
  '|': '｜',
  '#': '＃',
}

/** Text of others that stays text: signs with a meaning are replaced by the wide ones that look like them. */
export function withoutMarks(text: string): string {
  return text.replaceAll(/[<>[\]*`~\\|#]/g, (mark) => MARKS[mark] ?? mark)
}

/** A post in the little of Markdown that all robots know. */
export function toMarkdown({ title, sections, foot }: Post): string {
  return [
    `### ${withoutMarks(title)}`,
    ...sections.map((section) =>
      [
        `**${withoutMarks(section.title)}**`,
        ...section.lines.map((line) => `- ${withoutMarks(line)}`),
      ].join('\n'),
    ),
    ...foot.map((line) => `> ${withoutMarks(line)}`),
  ].join('\n\n')
}

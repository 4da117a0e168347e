import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { en } from '../src/report/messages/en.ts'
import { zh } from '../src/report/messages/zh.ts'
import { ROOT } from '../src/runtime/config.ts'

/**
 * Makes the font that the pictures of letters are drawn with: run it after adding words or tracks with rare characters.
 * `pyftsubset` comes with the Debian package fonttools, the source is 400Regular/NotoSansSC_400Regular.ttf of the npm
 * package @expo-google-fonts/noto-sans-sc 0.4.3:
 *
 *     node scripts/subset-font.ts NotoSansSC_400Regular.ttf
 */
const FONTS = join(ROOT, 'templates', 'fonts')
const NAME = 'noto-sans-sc-subset'

const [source] = process.argv.slice(2)
if (source === undefined) throw new Error('Give the path of NotoSansSC_400Regular.ttf.')
const characters = join(FONTS, `${NAME}.txt`)
writeFileSync(characters, `${wanted()}\n`)
execFileSync(
  'pyftsubset',
  [
    source,
    `--text-file=${characters}`,
    `--output-file=${join(FONTS, `${NAME}.ttf`)}`,
    '--no-hinting',
    '--no-layout-closure',
    '--layout-features=',
  ],
  { stdio: 'inherit' },
)

/** Every character of the catalogue and the tracks, the 3,755 common ones of GB 2312, and Latin with its marks, in order. */
function wanted(): string {
  const tracks = readFileSync(join(ROOT, 'config', 'tracks.yaml'), 'utf8')
  const texts = [...Object.values(zh), ...Object.values(en), JSON.stringify(parse(tracks))]
  const all = [...texts.join(''), ...range(0x20, 0x7e), ...range(0xa0, 0xff), ...commonChinese()]
  return [...new Set(all)]
    .filter((one) => !/\p{C}/u.test(one))
    .sort()
    .join('')
}

function range(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))
}

/** Level 1 of GB 2312: rows 16 to 55, of which the last ends five cells early. */
function commonChinese(): readonly string[] {
  const decoder = new TextDecoder('gb18030', { fatal: true })
  const cells = range(0xa1, 0xfe).map((one) => one.codePointAt(0) ?? 0)
  return range(0xb0, 0xd7).flatMap((row) =>
    cells
      .filter((cell) => row.codePointAt(0) !== 0xd7 || cell <= 0xf9)
      .map((cell) => decoder.decode(Uint8Array.of(row.codePointAt(0) ?? 0, cell))),
  )
}

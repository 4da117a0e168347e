import { describe, expect, it } from 'vitest'
import { readAnnouncement } from '../../../src/transform/announcement/read-announcement.ts'
import { makeAnnouncement } from '../../support/make-announcement.ts'

const STORY =
  '36氪获悉，青禾量子近日完成1.2亿元A轮融资，本轮由远山资本领投，松涛创投、白鹭基金跟投。此前，公司曾获天使轮融资。'
const REPEATED: Readonly<Record<string, string>> = {
  sentences: STORY,
  'one sentence': '青禾量子完成1.2亿元A轮融资，由远山资本领投，',
  digits: '1',
  'digits and points': '1.',
  units: '亿',
  'numbers and units': '3亿',
  brackets: '（',
  'pairs of brackets': '（）',
  quotes: '“',
  'corner brackets': '「',
  commas: '，',
  'enumeration commas': '资本、',
  verbs: '完成',
  'verbs of investors': '领投',
  'firm nouns': '公司',
  spaces: ' ',
  'English names': 'Aa ',
  'English verbs': 'raises ',
  'English sums': '$5M ',
  'nearly a round': 'Pre-',
  plus: 'A+',
  numerals: '三千五百',
  exclamations: '亿元！',
  'sums put in': '5亿元投资',
  'what was recalled': '曾获投资的',
  'English purposes': 'raises $5M to buy ',
  'English additions': 'round and included Aa, as well as ',
  'English lists': 'round joined by Aa, Bb and existing investors Cc, ',
  'English possessives': 'funding from Aa’s venture arm Bb, the arm of Cc, ',
  'English beginnings': 'round with Aa and Bb, ',
  'small words': 'investors of a fund and ',
  'no spaces': 'raises$5Mledbyround',
  'nested brackets': '（（）',
}
const LENGTH = 100_000

const made = (body: string) => makeAnnouncement('「青禾量子」完成A轮融资', body)

/** Processor time of this thread, the least of three: other work on the machine makes the clock lie. */
function secondsFor(body: string): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = process.threadCpuUsage()
      readAnnouncement(made(body))
      const { user, system } = process.threadCpuUsage(start)
      return (user + system) / 1e6
    }),
  )
}

describe('time grows with the length of the text and nothing else', () => {
  it.each(Object.entries(REPEATED))('%s', (_, piece) => {
    // Words of the language around the noise, so that it is not let go at a glance.
    const of = (length: number): string => `融资${piece.repeat(length / piece.length)}融资完成`
    // What Node takes to compile belongs to no length.
    readAnnouncement(made(of(LENGTH)))
    const [short, long] = [secondsFor(of(LENGTH / 10)), secondsFor(of(LENGTH))]
    // Below that a ratio is noise.
    expect(long).toBeLessThan(Math.max(0.2, 15 * short))
    const megabytes = Buffer.byteLength(of(LENGTH)) / 1e6
    expect(long / megabytes).toBeLessThan(1)
  })
})

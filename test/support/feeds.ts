import type { FeedConfig } from '../../src/model/feeds-config.ts'

/** A feed stands for all that configuration can name: they share one reader. */
export const A_FEED: FeedConfig = {
  id: 'feed',
  title: 'A feed',
  url: 'https://feeds.example.com/all',
  homepage: 'https://feeds.example.com/',
  terms: 'made up',
  zone: 'Asia/Shanghai',
  pace: 10,
}

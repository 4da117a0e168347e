import type { Post } from '../../model/post.ts'
import type { Outcome } from '../outcome.ts'
import type { WebhookPlace } from '../settings.ts'
import { fitPost } from './fit-post.ts'

/** A message in the form of its service. */
export type RobotBody = Readonly<Record<string, unknown>>

/** What a service answered, whatever it said. */
export interface RobotAnswer {
  readonly status: number
  readonly text: string
}

/** A group robot of one service: how it wants to be told something, and what its answers mean. */
export interface Robot {
  readonly toBody: (post: Post) => RobotBody
  /** Whether the service takes a message of this size. */
  readonly isTaken: (body: RobotBody) => boolean
  /** Address and body with a signature that holds for now; absent where the service knows none. */
  readonly sign?: (unsigned: RobotRequest, secret: string, now: Temporal.Instant) => RobotRequest
  readonly judge: (answer: RobotAnswer) => Outcome['stage']
}

export interface RobotRequest {
  readonly url: string
  readonly body: RobotBody
}

/** What is asked of a service for a post: as much of it as the service takes, signed where a secret is given. */
export function toRequest(
  { toBody, isTaken, sign }: Robot,
  post: Post,
  { url, secret }: WebhookPlace,
  now: Temporal.Instant,
): RobotRequest {
  const request = { url, body: toBody(fitPost(post, (tried) => isTaken(toBody(tried)))) }
  return sign === undefined || secret === undefined ? request : sign(request, secret, now)
}

import type { Post } from '../../model/post.ts'
import type { WebhookKind } from '../../model/recipients-config.ts'
import type { Lane } from '../channel.ts'
import type { Outcome } from '../outcome.ts'
import { redactor } from '../redact.ts'
import type { DeliverySettings, WebhookPlace } from '../settings.ts'
import { dingtalk } from './dingtalk.ts'
import { feishu } from './feishu.ts'
import { type Posted, postBody, type RobotPatience } from './post-body.ts'
import { type Robot, toRequest } from './robot.ts'
import { slack } from './slack.ts'
import { wecom } from './wecom.ts'

const ROBOTS: Readonly<Record<WebhookKind, Robot>> = { wecom, feishu, dingtalk, slack }

export interface RobotEffects extends Pick<DeliverySettings, 'redact' | 'proxy'> {
  readonly now: () => Temporal.Instant
  readonly patience: RobotPatience
}

/** The lane to one group robot. */
export function makeRobotLane(
  kind: WebhookKind,
  place: WebhookPlace,
  { redact, proxy, now, patience }: RobotEffects,
): Lane<Post> {
  const robot = ROBOTS[kind]
  const ownRedact = redactor(keysOf(place))
  return {
    close() {},
    async send(post, beforeLastByte) {
      const { url, body } = toRequest(robot, post, place, now())
      const bytes = Buffer.from(JSON.stringify(body))
      const posted = await postBody({ url, bytes }, { patience, proxy }, beforeLastByte)
      return toOutcome(posted, robot, (text) => ownRedact(redact(text)))
    },
  }
}

/** Whatever in an address opens the robot: the answer may repeat it alone. */
function keysOf({ url, secret = '' }: WebhookPlace): readonly string[] {
  const { pathname = '', searchParams } = URL.parse(url) ?? {}
  const segments = pathname.split('/').filter((part) => part.length >= SHORTEST_KEY)
  return [...segments, ...(searchParams?.values() ?? []), secret].filter((text) => text !== '')
}

const SHORTEST_KEY = 8

/** An answer counts for the message only after its last byte; without one, only what left before is known not to count. */
function toOutcome(posted: Posted, { judge }: Robot, redact: (text: string) => string): Outcome {
  const { step } = posted
  const isWhole = step === 'reply'
  if ('failure' in posted)
    return {
      stage: isWhole ? 'unknown' : 'refused_temp',
      step,
      reply: redact(posted.failure),
      isBadAddress: false,
    }
  const { answer } = posted
  const judged = judge(answer)
  const isRefusal = judged === 'refused_temp' || judged === 'refused_perm'
  return {
    stage: isWhole || isRefusal ? judged : 'refused_temp',
    step,
    reply: redact(`${answer.status} ${answer.text}`),
    isBadAddress: false,
  }
}

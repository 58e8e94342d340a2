/** Lists of payments that are to happen later. */
import { type Answer, badRequest, success } from '../answers.ts'
import { type Fields, numberOf, textOf } from '../fields.ts'
import type { Platform, ScheduleRecord } from '../platform.ts'
import { messages } from '../texts.ts'
import type { Call, Handler } from './handler.ts'
import { answered } from './schedules.ts'

/** The longest time that a list of schedules spans: three months, in seconds. */
const LONGEST_RANGE = 92 * 24 * 60 * 60

/** The schedules within a range that a query names, or what is wrong with the question. */
const listed = (
  { query, tier }: Call,
  platform: Platform,
  names: { from: string; to: string; status: string },
): ScheduleRecord[] | Answer => {
  const from = numberOf(query[names.from])
  const to = numberOf(query[names.to])
  const status = textOf(query[names.status])
  if (!Number.isInteger(from)) return badRequest(messages.wrong(names.from))
  if (!Number.isInteger(to) || to! < from!) return badRequest(messages.wrong(names.to))
  if (to! - from! > LONGEST_RANGE) return badRequest(messages.wrong(names.to))
  if (status && !['scheduled', 'executed', 'revoked'].includes(status))
    return badRequest(messages.wrong(names.status))
  return [...platform.schedules.values()]
    .filter(
      ({ schedule, tier: owner }) =>
        owner === tier &&
        from! <= schedule.schedule_at &&
        schedule.schedule_at < to! &&
        (!status || schedule.schedule_status === status),
    )
    .sort((a, b) => a.schedule.schedule_at - b.schedule.schedule_at)
}

/**
 * The page of a list that the query asks for: PortOne's description gives these lists without the numbers of
 * pages.
 */
const pageOf = (found: readonly ScheduleRecord[], query: Fields, platform: Platform): Answer => {
  const page = numberOf(query['page']) ?? 1
  const limit = numberOf(query['limit']) ?? 20
  if (!Number.isInteger(page) || page < 1) return badRequest(messages.wrong('page'))
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) return badRequest(messages.wrong('limit'))
  return success(found.slice((page - 1) * limit, page * limit).map(record => answered(record, platform)))
}

/** GET /subscribe/payments/schedule?schedule_from=…&schedule_to=… */
export const listSchedules: Handler = (call, platform) => {
  const found = listed(call, platform, {
    from: 'schedule_from',
    to: 'schedule_to',
    status: 'schedule_status',
  })
  return 'code' in found ? found : pageOf(found, call.query, platform)
}

/**
 * GET /subscribe/payments/schedule/customers/{customer_uid}, and
 * /subscribe/customers/{customer_uid}/schedules
 */
export const listSchedulesOfCustomer: Handler = (call, platform) => {
  const found = listed(call, platform, { from: 'from', to: 'to', status: 'schedule-status' })
  if ('code' in found) return found
  const ofCustomer = found.filter(({ schedule }) => schedule.customer_uid === call.params['customer_uid'])
  return pageOf(ofCustomer, call.query, platform)
}

/** Payments that are to happen later, with a registered card. */
import { type Answer, badRequest, notFound, refused, success } from '../answers.ts'
import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../fields.ts'
import type { ApiSchedule } from '../payment.ts'
import { answerOf, type PaymentRecord } from '../payment-book.ts'
import type { Platform, ScheduleRecord } from '../platform.ts'
import { messages } from '../texts.ts'
import { channelOf } from './channels.ts'
import { charge, declinedBecause, describedBy, isPaidOrder, noticeUrlsOf, readCharge } from './charges.ts'
import { cardOf, cardTrouble, findCustomer, registerCustomer } from './customers.ts'
import type { Call, Handler } from './handler.ts'

/** A schedule, as it is answered. Whether its payment was cancelled since is looked up. */
export const answered = ({ schedule }: ScheduleRecord, { payments }: Platform): ApiSchedule => {
  const status = payments.find(schedule.imp_uid ?? '')?.payment.status
  return status === 'cancelled' ? { ...schedule, payment_status: status } : schedule
}

/** The time comes: the card is charged, and the shop is told, whatever came of it. */
const execute = (record: ScheduleRecord, platform: Platform): PaymentRecord => {
  const { schedule, noticeUrl, tier } = record
  const { customer_uid, merchant_uid, amount, currency } = schedule
  const found = findCustomer({ tier }, platform, customer_uid)
  const { name, buyer_name, buyer_email, buyer_tel, buyer_addr, buyer_postcode, custom_data } = schedule
  const given = {
    ...{ name, buyer_name, buyer_email, buyer_tel, buyer_addr, buyer_postcode, custom_data },
    ...{ merchant_uid, amount, currency, customer_uid },
    customer_uid_usage: 'payment.scheduled' as const,
    notice_url: noticeUrl ?? null,
  }
  // A card that was deleted meanwhile can't be charged. Its last data still say by whom it would have been.
  const customer = found?.customer ?? record.customer
  const declines = isPaidOrder(platform, merchant_uid)
    ? messages.alreadyPaid
    : found
      ? found.declines
      : messages.noCustomer
  const charged = charge(platform, customer, given, { declines, tier })
  const { status, imp_uid, pg_provider, pg_id, fail_reason } = charged.payment
  record.callOff()
  record.schedule = {
    ...schedule,
    ...{ imp_uid, pg_provider, pg_id, fail_reason },
    schedule_status: 'executed',
    payment_status: status === 'paid' ? 'paid' : 'failed',
    executed_at: platform.clock.seconds(),
    revoked_at: 0,
  }
  platform.webhooks.send(charged)
  return charged
}

/** Lets it happen at its time. */
const plan = (record: ScheduleRecord, platform: Platform): void => {
  record.callOff()
  record.callOff = platform.clock.at(record.schedule.schedule_at * 1000, async () => {
    execute(record, platform)
    await platform.webhooks.settled()
  })
}

interface Wanted {
  schedule: Omit<ApiSchedule, 'customer_uid' | 'customer_id' | 'pg_provider' | 'pg_id'>
  noticeUrl: string | undefined
}

/** A schedule of a request, or the refusal of it. */
const read = (body: Fields, platform: Platform): Wanted | Answer => {
  const wanted = readCharge(body, platform)
  if ('code' in wanted) return wanted
  const schedule_at = numberOf(body['schedule_at'])
  if (schedule_at === undefined) return refused(messages.missing('schedule_at'))
  if (!Number.isInteger(schedule_at)) return refused(messages.wrong('schedule_at'))
  if (schedule_at <= platform.clock.seconds()) return refused(messages.inThePast)
  if (!textOf(body['name'])) return refused(messages.missing('name'))
  if (platform.schedules.get(wanted.merchant_uid)?.schedule.schedule_status === 'scheduled')
    return refused(messages.alreadyScheduled)
  const text = (name: string): string | null => textOf(body[name]) ?? null
  return {
    noticeUrl: noticeUrlsOf(body)[0],
    schedule: {
      merchant_uid: wanted.merchant_uid,
      imp_uid: null,
      schedule_at,
      executed_at: 0,
      revoked_at: 0,
      amount: wanted.amount,
      currency: wanted.currency ?? 'KRW',
      name: text('name'),
      buyer_name: text('buyer_name'),
      buyer_email: text('buyer_email'),
      buyer_tel: text('buyer_tel'),
      buyer_addr: text('buyer_addr'),
      buyer_postcode: text('buyer_postcode'),
      custom_data: describedBy(body).custom_data ?? null,
      schedule_status: 'scheduled',
      payment_status: null,
      fail_reason: null,
      promotion_id: text('promotion_id'),
    },
  }
}

/** POST /subscribe/payments/schedule: all of them, or none. */
export const schedulePayments: Handler = (call, platform) => {
  const { body, tier } = call
  const customer_uid = textOf(body['customer_uid'])
  if (!customer_uid) return refused(messages.missing('customer_uid'))
  const asked = listOf(body['schedules']).map(fieldsOf)
  if (!asked.length) return refused(messages.missing('schedules'))
  const wanted: Wanted[] = []
  for (const fields of asked) {
    const one = read(fields, platform)
    if ('code' in one) return one
    const isTwice = wanted.some(({ schedule }) => schedule.merchant_uid === one.schedule.merchant_uid)
    if (isTwice) return refused(messages.alreadyScheduled)
    wanted.push(one)
  }
  if (!findCustomer(call, platform, customer_uid)) {
    // Without a registered card the request has to bring one.
    const trouble = textOf(body['card_number']) ? cardTrouble(body) : messages.noCustomer
    if (trouble) return refused(trouble)
    const channel = channelOf(body, platform)
    if (!channel) return refused(messages.noChannel)
    const reason = numberOf(body['checking_amount']) && declinedBecause(platform, undefined)
    if (reason) return refused(reason)
    registerCustomer(platform, cardOf(body, customer_uid, channel), { tier })
  }
  const { customer } = findCustomer(call, platform, customer_uid)!
  const { customer_id, pg_provider, pg_id } = customer
  return success(
    wanted.map(({ schedule, noticeUrl }) => {
      const whole = { customer_uid, ...schedule, ...{ customer_id, pg_provider, pg_id } }
      const record: ScheduleRecord = { schedule: whole, customer, noticeUrl, tier, callOff: () => {} }
      platform.schedules.set(schedule.merchant_uid, record)
      plan(record, platform)
      return whole
    }),
  )
}

/** The schedule, where it is this merchant's. */
const find = (call: Call, { schedules }: Platform): ScheduleRecord | undefined => {
  const record = schedules.get(call.params['merchant_uid']!)
  return record?.tier === call.tier ? record : undefined
}

/** POST /subscribe/payments/unschedule: those of a card, of some orders, or of both. */
export const unschedule: Handler = (call, platform) => {
  const { body, tier } = call
  const customer_uid = textOf(body['customer_uid'])
  const merchantUids = listOf(body['merchant_uid']).map(String)
  if (!customer_uid && !merchantUids.length) return refused(messages.missing('customer_uid'))
  const found = [...platform.schedules.values()].filter(
    ({ schedule, tier: owner }) =>
      owner === tier &&
      schedule.schedule_status === 'scheduled' &&
      (!customer_uid || schedule.customer_uid === customer_uid) &&
      (!merchantUids.length || merchantUids.includes(schedule.merchant_uid)),
  )
  if (!found.length) return refused(messages.noSchedule)
  for (const record of found) {
    record.callOff()
    record.schedule = {
      ...record.schedule,
      schedule_status: 'revoked',
      revoked_at: platform.clock.seconds(),
    }
  }
  return success(found.map(({ schedule }) => schedule))
}

/** GET /subscribe/payments/schedule/{merchant_uid} */
export const getSchedule: Handler = (call, platform) => {
  const record = find(call, platform)
  return record ? success(answered(record, platform)) : notFound(messages.noSchedule)
}

/** The time that a body names, or what is wrong with it. */
const newTimeOf = (body: Fields, platform: Platform): number | Answer => {
  const schedule_at = numberOf(body['schedule_at'])
  if (schedule_at === undefined) return badRequest(messages.missing('schedule_at'))
  if (!Number.isInteger(schedule_at)) return badRequest(messages.wrong('schedule_at'))
  return schedule_at > platform.clock.seconds() ? schedule_at : badRequest(messages.inThePast)
}

const hasFailed = ({ schedule }: ScheduleRecord): boolean =>
  schedule.schedule_status === 'revoked' || schedule.payment_status === 'failed'

/** PUT /subscribe/payments/schedule/{merchant_uid}: another time for what hasn't happened yet. */
export const changeSchedule: Handler = (call, platform) => {
  const record = find(call, platform)
  if (!record) return notFound(messages.noSchedule)
  const schedule_at = newTimeOf(call.body, platform)
  if (typeof schedule_at !== 'number') return schedule_at
  if (record.schedule.schedule_status !== 'scheduled') return badRequest(messages.notScheduled)
  record.schedule = { ...record.schedule, schedule_at }
  plan(record, platform)
  return success(record.schedule)
}

/**
 * POST /subscribe/payments/schedule/{merchant_uid}/reschedule: once more, later, for what has failed or was
 * revoked.
 */
export const reschedule: Handler = (call, platform) => {
  const record = find(call, platform)
  if (!record) return notFound(messages.noSchedule)
  const schedule_at = newTimeOf(call.body, platform)
  if (typeof schedule_at !== 'number') return schedule_at
  if (!hasFailed(record)) return badRequest(messages.notFailed)
  record.schedule = {
    ...record.schedule,
    ...{ schedule_at, executed_at: 0, revoked_at: 0, imp_uid: null, fail_reason: null, payment_status: null },
    schedule_status: 'scheduled',
  }
  plan(record, platform)
  return success(record.schedule)
}

/**
 * POST /subscribe/payments/schedule/{merchant_uid}/retry: once more, now. The payment's status says what came
 * of it.
 */
export const retrySchedule: Handler = (call, platform) => {
  const record = find(call, platform)
  if (!record) return notFound(messages.noSchedule)
  if (!hasFailed(record)) return badRequest(messages.notFailed)
  if (!findCustomer(call, platform, record.schedule.customer_uid)) return notFound(messages.noCustomer)
  return success(answerOf(execute(record, platform)))
}

/** 본인인증: the results of identity checks. */
import { type Answer, badRequest, notFound, success } from '../answers.ts'
import { textOf } from '../fields.ts'
import type { ApiCertification, Given } from '../payment.ts'
import type { CertificationRecord, Platform } from '../platform.ts'
import { messages } from '../texts.ts'
import type { Call, Handler } from './handler.ts'

/** A result, whole, and written down. */
export const registerCertification = (
  { certifications, clock, ids }: Platform,
  given: Given<ApiCertification>,
  tier: string | null,
): ApiCertification => {
  const certified = given.certified ?? true
  const certification: ApiCertification = {
    imp_uid: given.imp_uid ?? ids.impUid(),
    merchant_uid: given.merchant_uid ?? null,
    pg_tid: given.pg_tid ?? ids.gatewayNumber(),
    pg_provider: given.pg_provider ?? 'danal',
    name: given.name ?? '홍길동',
    gender: given.gender ?? 'male',
    birthday: given.birthday ?? '1990-01-01',
    foreigner: given.foreigner ?? false,
    foreigner_v2: given.foreigner_v2 ?? null,
    phone: given.phone ?? '01012345678',
    carrier: given.carrier ?? 'SKT',
    certified,
    certified_at: certified ? (given.certified_at ?? clock.seconds()) : 0,
    unique_key: given.unique_key ?? `sandbox_ci_${ids.digits(16)}`,
    unique_in_site: given.unique_in_site ?? `sandbox_di_${ids.digits(16)}`,
    origin: given.origin ?? null,
  }
  certifications.set(certification.imp_uid, { certification, tier })
  return certification
}

const find = ({ params, tier }: Call, { certifications }: Platform): CertificationRecord | undefined => {
  const record = certifications.get(params['imp_uid']!)
  return record?.tier === tier ? record : undefined
}

/** GET /certifications/{imp_uid} */
export const getCertification: Handler = (call, platform) => {
  const record = find(call, platform)
  return record ? success(record.certification) : notFound(messages.noCertification)
}

/** DELETE /certifications/{imp_uid}: PortOne forgets it. */
export const deleteCertification: Handler = (call, platform) => {
  const record = find(call, platform)
  if (!record) return notFound(messages.noCertification)
  platform.certifications.delete(record.certification.imp_uid)
  return success(record.certification)
}

/** POST /certifications/otp/request: a check without a window. */
export const requestOtp: Handler = ({ body, tier }, platform): Answer => {
  for (const name of ['name', 'phone', 'birth', 'gender_digit', 'carrier'])
    if (!textOf(body[name])) return badRequest(messages.missing(name))
  if (!/^(SKT|KT|LGT)$/.test(textOf(body['carrier'])!)) return badRequest(messages.wrong('carrier'))
  const isWoman = Number(textOf(body['gender_digit'])) % 2 === 0
  const birth = textOf(body['birth'])!
  const century = /^[3478]$/.test(textOf(body['gender_digit'])!) ? '20' : '19'
  const { imp_uid } = registerCertification(
    platform,
    {
      merchant_uid: textOf(body['merchant_uid']) ?? null,
      name: textOf(body['name'])!,
      phone: textOf(body['phone'])!,
      carrier: textOf(body['carrier'])!,
      gender: isWoman ? 'female' : 'male',
      birthday: /^\d{6}$/.test(birth)
        ? `${century}${birth.slice(0, 2)}-${birth.slice(2, 4)}-${birth.slice(4)}`
        : birth,
      certified: false,
    },
    tier,
  )
  return success({ imp_uid })
}

/** POST /certifications/otp/confirm/{imp_uid}: any number that the buyer may have typed is right. */
export const confirmOtp: Handler = (call, platform) => {
  const record = find(call, platform)
  if (!record) return notFound(messages.noCertification)
  if (!textOf(call.body['otp'])) return badRequest(messages.missing('otp'))
  if (record.certification.certified) return badRequest(messages.alreadyCertified)
  record.certification = {
    ...record.certification,
    certified: true,
    certified_at: platform.clock.seconds(),
  }
  return success(record.certification)
}

/**
 * What a request must have because of what else it has: the rules whose breach a gateway answers with a broken window
 * or a refused payment, as compile errors. The rules at run time come from the table in gateways/.
 */
import type { GatewayCode } from './codes.ts'
import type { NaverOrderProduct, NaverPayProduct } from './naver.ts'
import type { EscrowProduct } from './products.ts'
import type { KnownParameters } from './request.ts'

/** A code with or without a merchant id. */
type Of<Code extends GatewayCode> = Code | `${Code}.${string}`

type Nothing = unknown

/**
 * One of these texts. Another literal would make the whole request `never`, and every member of it an error; with a part
 * that no text has, it is an error of its own.
 */
type Only<Texts extends string> = Texts | (string & { oneOf: Texts })

/** `Then` where the request has all of `If`, for literal values only: a `string` proves nothing. */
type When<Request, If, Then> = Request extends If ? Then : Nothing

/**
 * What this very request needs, as an object type to intersect with; with the parameters that are known, so that editors
 * have their comments where a literal is hovered over. For wrappers, which then ask for what `requestPay` asks for:
 *
 *     const pay = <Request extends KnownParameters>(request: Request & Needs<Request>) =>
 *       requestPay<Request>(request, options)
 */
export type Needs<Request> = KnownParameters &
  When<
    Request,
    { pg: Of<'kicc'>; escrow: true },
    {
      pay_method: Only<'trans' | 'vbank'>
      buyer_name: string
      buyer_email: string
      buyer_tel: string
      kiccProducts: readonly EscrowProduct[]
    }
  > &
  (Request extends { pay_method: 'payco' }
    ? Nothing
    : When<Request, { pg: Of<'kcp'>; escrow: true }, { kcpProducts: readonly EscrowProduct[] }>) &
  When<Request, { pg: Of<'danal_tpay'>; pay_method: 'vbank' }, { biz_num: string }> &
  When<Request, { pg: Of<'nice_v2' | 'smartro_v2'>; pay_method: 'phone' }, { digital: boolean }> &
  // A billing key may be made without a price, and so may those actions of KCP QuickPay that are no payments.
  (Request extends { customer_uid: string } | { pg: Of<'kcp_quick'> } | { bypass: { kcpQuick: object } }
    ? Nothing
    : { amount: number }) &
  When<Request, { pg: Of<'kcp_billing'> }, { customer_uid: string }> &
  // A billing key is of no product.
  (Request extends { customer_uid: string }
    ? Nothing
    : When<Request, { pg: Of<'naverpay'> }, { naverProducts: readonly NaverPayProduct[] }>) &
  When<Request, { pg: Of<'naverco'> }, { naverProducts: readonly NaverOrderProduct[] }>

/** What names a gateway and a way to pay. Editors complete what is known; any text passes. */
import type { GatewayCode } from '../gateways.ts'

/**
 * A gateway: its code (`kcp`), or its code and the merchant id that the gateway gave (`kcp.T0000`).
 * Editors complete the known codes; any text is accepted, because gateways are added without asking us.
 */
export type Gateway = GatewayCode | `${GatewayCode}.${string}` | (string & {})

/** 결제수단. Which of them a gateway has is in docs/gateways.md. */
export type PayMethod =
  | 'card'
  | 'trans'
  | 'vbank'
  | 'phone'
  | 'samsung'
  | 'samsungpay'
  | 'kpay'
  | 'kakaopay'
  | 'naverpay'
  | 'naverpay_card'
  | 'naverpay_point'
  | 'naverpay_bridge'
  | 'payco'
  | 'lpay'
  | 'ssgpay'
  | 'ssgpay_bank'
  | 'skpay'
  | 'pinpay'
  | 'tosspay'
  | 'tosspay_card'
  | 'tosspay_money'
  | 'toss_brandpay'
  | 'applepay'
  | 'paypal'
  | 'alipay'
  | 'alipay_plus'
  | 'wechat'
  | 'unionpay'
  | 'tenpay'
  | 'molpay'
  | 'paysbuy'
  | 'econtext'
  | 'point'
  | 'moneytree'
  | 'cultureland'
  | 'culturegift'
  | 'smartculture'
  | 'happymoney'
  | 'booknlife'
  | 'cvs'
  | 'paypay'
  | 'amazonpay'
  | 'rakutenpay'
  | 'merpay'
  | 'aupay'
  | 'dbarai'
  | (string & {})

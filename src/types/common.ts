/** The parameters that the documents call common. A gateway's name in a comment is the code that `pg` begins with. */
import type { Currency, Language, PayMethod } from './codes.ts'

/** What the payment window shows. */
export interface DisplayOptions {
  /**
   * 할부개월수: the instalments a buyer may choose, in months, from 50 000 KRW up (ksnet, Hyundai cards: 10 000).
   * Default: the gateway's own list; welcome on a PC: lump sum only. `[]` is the lump sum only, at ksnet and inicis_jp
   * `[0]` is. What a list like `[3, 6]` means:
   * - uplus, nice: the lump sum, and these. So says the 2017 manual of html5_inicis and kcp, too.
   * - html5_inicis, kcp, danal_tpay, daou by newer documents: all up to the largest. tosspayments as well, unless
   *   `only_installment`; with kakaopay 12 at most.
   * - mobilians_v2: all from the smallest to the largest, `[3]` only 3. galaxia, ksnet: these only.
   * - welcome: these, on a PC the lump sum as well; on phones 36 at most. inicis_jp: out of 0, 3, 5, 6, 10, 12.
   * - kakaopay: exactly one, which is then fixed. toss_brandpay: one, paid with at once, with its `methodId`.
   * - nice_v2: on a PC only; phones take `card.direct.quota`. smartro_v2, paypal_v2: not read.
   */
  card_quota?: readonly number[] | undefined
  /** 일시불 제외 (tosspayments): only the listed months, without the lump sum. Default: false. */
  only_installment?: boolean | undefined
}

/** The parameters that most gateways know. */
export interface CommonParameters {
  /**
   * 주문번호: the shop's own order number, new for every order. Required, 40 characters at most (galaxia 64; smartro_v2 cuts
   * it there). One that was paid cannot be paid again. Letters and digits only: smartro_v2, payletter_global, nice_v2 with
   * `ssgpay_bank`; hyphen also takes `_`. mobilians_v2: 4 characters or more.
   */
  merchant_uid: string
  /**
   * 결제금액, in the currency's main unit (KRW: won, whole). Required, but for billing keys (`customer_uid`) and the
   * actions of kcp_quick other than `Pay`. A number, not a text. 0 only with `customer_uid`.
   * Least: naverpay 10, mobilians_v2 100, welcome 1000 (less with `below1000` in `bypass.welcome.acceptmethod`).
   * nice_v2, smartro_v2: two decimals at most; paymentwall: whole numbers.
   */
  amount?: number | null | undefined
  /**
   * 결제수단. Default: `card`. Ignored by kakaopay, payco, smilepay, alipay and naverco, where the buyer chooses in the
   * window, and often by paymentwall; payletter_global has `bypass.payletter_global.pginfo` for it.
   */
  pay_method?: PayMethod | null | undefined
  /**
   * 에스크로 결제여부. Default: false. By agreement with the gateway: without it the payment may fail, or be none of escrow.
   * kicc wants `kiccProducts`, `buyer_name`, `buyer_email` and `buyer_tel`; kcp `kcpProducts`; ksnet `buyer_email`;
   * mobilians_v2 with trans `buyer_name`. Only trans and vbank: kicc, daou, galaxia, mobilians_v2; these and card:
   * nice_v2, smartro_v2, welcome. paypal_v2 has none.
   */
  escrow?: boolean | null | undefined
  /**
   * 주문명, shown in the payment window. Default: none. About 16 characters are recommended, 40 are the limit (nice_v2:
   * 40 bytes, and none of `% & | $ - + = [ ]`). Required by tosspay, paymentwall, welcome, galaxia, and by settle
   * with phone; wanted by payco. naverpay: the first product's name, without “외 2개”. inicis_jp: English and Japanese only. daou: what
   * EUC-KR can write.
   */
  name?: string | null | undefined
  /**
   * 면세공급가액: the part of `amount` that is free of tax, in the same unit. VAT is (amount − tax_free) / 11. Default: 0;
   * ksnet wants it given, 0 too. Refused by paypal_v2. Unsupported: danal (phone), daou with trans and vbank (all is
   * taxed), ksnet with vbank, welcome with billing keys, mobilians_v2 but for cards and easy pay, and there with payco.
   */
  tax_free?: number | null | undefined
  /** 부가세. @deprecated since 2017; use `tax_free`. */
  vat?: number | null | undefined
  /**
   * 부가세 직접 지정: the part of `amount` that is VAT, in the same unit. Default: computed from `tax_free`. nice, nice_v2,
   * tosspay_v2, html5_inicis (0, for a zero rate), settle_acc, galaxia, mobilians_v2 (as `tax_free`), welcome (10 % of
   * `amount` at most, not with billing keys). Not supported by kakaopay.
   */
  vat_amount?: number | null | undefined
  /**
   * 화폐단위: KRW, USD, EUR, JPY … Default: KRW; paypal, paypal_v2, alipay and eximbay: USD. Required by payletter_global
   * (KRW, USD, JPY, CNY), ksnet (KRW, USD; KRW with `card.direct`) and inicis_jp (JPY); wanted by paymentwall. KRW, USD:
   * nice, nice_v2, kicc_v2, alipay. KRW: galaxia, welcome, toss_brandpay. Not KRW: paypal, paypal_v2. eximbay: also GBP, THB,
   * SGD, RUB, HKD, CAD, AUD; JPY with econtext. smartro_v2: the contract decides, other than KRW and USD is an error.
   */
  currency?: Currency | null | undefined
  /**
   * 결제창 언어: `ko`, `en`, `zh`. Default: `ko`. `ko`, `en`: html5_inicis and inicis (on a PC only), uplus, kcp, smartro,
   * smartro_v2 (for billing keys `ko` only). Also `zh`: nice, nice_v2, kicc_v2, welcome. eximbay: also `zh`, `jp`. paypal: a
   * code of two letters. Not read by paypal_v2. tosspayments: see `locale`.
   */
  language?: Language | null | undefined
  /**
   * 주문자명. Default: none. Required by welcome, paymentwall (“First Last”, with a space), hyphen; by kicc with escrow,
   * galaxia with trans, mobilians_v2 with trans and escrow. Wanted by ksnet, eximbay, inicis_jp, kicc_v2, tosspayments; by kcp
   * with phone, mobilians_v2 with trans. daou: what EUC-KR can write.
   */
  buyer_name?: string | null | undefined
  /**
   * 주문자 연락처. Default: none. Required by the documents; missing or blank it fails at html5_inicis, inicis, kicc, danal,
   * danal_tpay, eximbay, settle, settle_acc, naverco, payco, smilepay, nice_v2, smartro_v2, welcome on a PC, and
   * mobilians_v2 with ssgpay. For billing keys most of them do without. paypal_v2: in the form of E.164.
   */
  buyer_tel?: string | null | undefined
  /**
   * 주문자 이메일. Default: none. Required by paymentwall and payletter_global; by kicc and ksnet with escrow; by ksnet with
   * kakaopay and payco called directly. Wanted by kicc_v2.
   */
  buyer_email?: string | null | undefined
  /** 주문자 주소. Default: none. eximbay: where to send it, unless told otherwise. Not read by paypal_v2. */
  buyer_addr?: string | null | undefined
  /** 주문자 우편번호. Default: none. As `buyer_addr`. */
  buyer_postcode?: string | null | undefined
  /** 가맹점 임의 데이터: an object, or what else JSON can hold. Stored with the payment as JSON text and handed back. */
  custom_data?: unknown
  /** 웹훅 URL: absolute; one, or a list. Default: that of the admin console, which this replaces for this payment. */
  notice_url?: string | readonly string[] | null | undefined
  /**
   * 결제 승인 전 확인 URL: absolute. Before the approval PortOne sends `imp_uid`, `merchant_uid` and `amount` there (POST),
   * waits 10 seconds, and gives the payment up at any answer but 200. Default: none. PortOne's support enables it.
   * Not with vouchers of mobilians_v2.
   */
  confirm_url?: string | null | undefined
  /** 결제창 표시 옵션. */
  display?: DisplayOptions | null | undefined
  /**
   * 상호: the shop's name in the window. Required by settle with phone, wanted by it with vbank. kcp; kicc and kcp with `card.direct`,
   * whose window says “iamport” without it; danal (default: the name that PortOne has).
   */
  company?: string | null | undefined
  /** 영문 상호: the shop's name in English. Required by settle with phone. */
  company_en?: string | null | undefined
}

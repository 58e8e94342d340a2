/* The gateways' own scripts that the old way loads into the page, as far as it calls them. */
Object.assign(window, {
  https_flag: false,
  open_paymentwindow: form => form.submit(),
  easypay_card_webpay: form => form.submit(),
  MCASH_PAYMENT: form => form.submit(),
  KCP_QPay_Execute: form => form.submit(),
  PaypleCpayAuthCheck() {},
  ChaiPayment: {
    checkout() {
      window.sdkFakeChai = true
    },
    subscribe() {},
  },
  SettlePay: { execute: form => window.open('about:blank', form.name) },
  smilepay_L: {
    callPopup: (_, cancel) => {
      window.sdkFakeSmilepay = { cancel }
    },
    movePage: () => {
      location.href = 'https://gateway.test/pay?smilepay'
    },
  },
  Naver: { Pay: { create: () => ({ open() {} }) } },
  TossPayments: () => ({
    requestBillingAuth: () => Promise.reject({ code: 'REFUSED', message: 'a stand-in' }),
    requestPayment: () => Promise.reject({ code: 'REFUSED', message: 'a stand-in' }),
  }),
})
dispatchEvent(new Event('TossPayments:initialize:TossPayments'))

const { isPayError, requestPay } = require('iamport-checkout')
const { describe } = require('iamport-checkout/messages')
const { installSandbox } = require('iamport-checkout/sandbox')
const { open } = require('./page.js')

open({ describe, installSandbox, isPayError, requestPay })

const { isPayError, requestPay } = require('iamport-checkout')
const { describeError } = require('iamport-checkout/messages')
const { installSandbox } = require('iamport-checkout/sandbox')
const { open } = require('./page.js')

open({ describeError, installSandbox, isPayError, requestPay })

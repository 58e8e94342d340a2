import { isPayError, requestPay } from 'iamport-checkout'
import { describeError } from 'iamport-checkout/messages'
import { installSandbox } from 'iamport-checkout/sandbox'
import { open } from './page.js'

open({ describeError, installSandbox, isPayError, requestPay })

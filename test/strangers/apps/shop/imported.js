import { isPayError, requestPay } from 'iamport-checkout'
import { describe } from 'iamport-checkout/messages'
import { installSandbox } from 'iamport-checkout/sandbox'
import { open } from './page.js'

open({ describe, installSandbox, isPayError, requestPay })

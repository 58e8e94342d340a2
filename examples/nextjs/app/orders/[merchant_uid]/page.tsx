import type { Verdict } from 'iamport-checkout'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { readOrder } from '../../../lib/orders'
import { PayButton } from './pay-button'

const texts: { [Name in Verdict]?: string } = {
  paid: '결제가 완료된 주문입니다.',
  awaiting: '입금을 기다리고 있습니다.',
}

export default async function OrderPage({ params }: { params: Promise<{ merchant_uid: string }> }) {
  const { merchant_uid } = await params
  const order = await readOrder(merchant_uid)
  if (!order) notFound()
  const { name, amount, verdict } = order
  return (
    <>
      <h1>{name}</h1>
      <p>{amount.toLocaleString('ko-KR')}원</p>
      {/^(unpaid|cancelled)$/.test(verdict) ? (
        <PayButton order={{ merchant_uid, name, amount }} />
      ) : (
        <p role="status">{texts[verdict] ?? '결제를 확인하고 있습니다.'}</p>
      )}
      <Link href="/">다른 주문</Link>
    </>
  )
}

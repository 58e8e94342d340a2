/**
 * The notes and reasons of src/gateways/table.ts in Korean, by the English sentence that stands there. A sentence that was changed there is
 * not found here any more, and the pages can't be made until it is changed here as well.
 */
const KOREAN = new Map([
  [
    'With `customer_uid` the documents disagree whether a phone leaves the page, so both ways are prepared for. `kpay` is in the manual only. `tax_free: 0` with `vat_amount: 0` is for a MID of zero rate.',
    '`customer_uid`를 쓸 때 휴대폰에서 페이지를 떠나는지 문서마다 달라 두 경우를 모두 준비합니다. `kpay`는 매뉴얼에만 있습니다. `tax_free: 0`과 `vat_amount: 0`은 영세율 상점 아이디(MID)용입니다.',
  ],
  [
    'The window of KG Inicis opens with an error. For a billing key the page calls it optional.',
    'KG이니시스 결제창이 오류와 함께 열립니다. 빌링키를 발급할 때는 선택이라고 문서에 있습니다.',
  ],
  [
    'Documented with a channelKey only. On a PC it opens popups only and needs `popup: true`. Its second kind (SBPS: `card` and `paypay`) takes `customer_id` in place of `storeDetails`. A payment of `cvs` cannot be cancelled. `display.card_quota: [0]` is the lump sum.',
    '문서에는 channelKey로만 나옵니다. PC에서는 팝업으로만 열리며 `popup: true`가 필요합니다. 두 번째 계약 유형(SBPS: `card`, `paypay`)은 `storeDetails` 대신 `customer_id`를 받습니다. `cvs` 결제는 취소할 수 없습니다. `display.card_quota: [0]`은 일시불입니다.',
  ],
  [
    'Required by the page for the one kind of contract, as `customer_id` is for the other; it does not say what happens without both.',
    '한 계약 유형에서는 문서상 필수이고 다른 유형에서는 `customer_id`가 필수입니다. 둘 다 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'The script takes an amount without a currency for won, which this gateway has not.',
    '화폐가 없으면 스크립트가 원화로 보는데 이 PG사에는 원화가 없습니다.',
  ],
  [
    'Required by the page for convenience stores, which print the deadline; it does not say what happens without it.',
    '편의점 결제에 문서상 필수이며 편의점에서 기한을 출력합니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'Required by the page for convenience stores, which print the name; it does not say what happens without it.',
    '편의점 결제에 문서상 필수이며 편의점에서 이름을 출력합니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  ['The gateway takes yen only.', '엔화만 받는 PG사입니다.'],
  [
    'The 2017 manual means the ActiveX window, newer documents key-in and recurring payments. `inicis_unified` is another thing, the identity check of `IMP.certification`.',
    '2017년 매뉴얼에서는 ActiveX 결제창을, 새 문서에서는 키인 결제와 정기결제를 뜻합니다. `inicis_unified`는 `IMP.certification`의 본인인증으로 다른 것입니다.',
  ],
  ['The window of KG Inicis opens with an error.', 'KG이니시스 결제창이 오류와 함께 열립니다.'],
  [
    'Its two pages disagree about the form of `vbank_due`; the deadline is always 23:59:59. The contract decides about currency, instalments and points, whatever the request says. Issuers 372 and 090 can be called directly on Windows only.',
    '두 문서의 `vbank_due` 형식이 서로 다르며 기한은 항상 23:59:59입니다. 화폐, 할부, 포인트는 요청과 상관없이 계약대로 됩니다. 카드사 372와 090은 Windows에서만 직접 호출할 수 있습니다.',
  ],
  [
    'Required by the page for a payment, and not for a billing key; it does not say what happens without it.',
    '결제에는 문서상 필수이고 빌링키에는 아닙니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  ['The window does not open.', '결제창이 열리지 않습니다.'],
  [
    "The window does not open; with a value other than the contract's a popup says so, and nothing can be paid.",
    '결제창이 열리지 않습니다. 값이 계약과 다르면 팝업이 알려 주고 결제할 수 없습니다.',
  ],
  [
    'Required by the page for easy pay and billing keys: under this id Smartro knows a buyer whose phone it has verified.',
    '간편결제와 빌링키에 문서상 필수입니다. 스마트로는 이 아이디로 휴대폰을 인증한 구매자를 구분합니다.',
  ],
  [
    'The page takes both or neither: an issuer is called directly with instalments that are fixed.',
    '둘 다 보내거나 둘 다 빼야 한다고 문서에 있습니다. 카드사를 직접 호출하면 할부가 고정됩니다.',
  ],
  [
    'The page takes letters and digits only; it does not say what happens with others.',
    '문자와 숫자만 쓸 수 있다고 문서에 있습니다. 다른 문자를 쓰면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    "The number is cut off there, and landing and webhook bring another one than the shop's.",
    '번호가 거기서 잘려 결제 완료 페이지와 웹훅에 쇼핑몰의 번호와 다른 번호가 옵니다.',
  ],
  [
    'The window does not open: a number belongs to a receipt for a person or a company, and to no other.',
    '결제창이 열리지 않습니다. 번호는 개인이나 사업자 현금영수증에만 쓰입니다.',
  ],
  [
    'The window does not open: an issuer cannot be called directly with escrow.',
    '결제창이 열리지 않습니다. 에스크로로는 카드사를 직접 호출할 수 없습니다.',
  ],
  [
    'The window does not open: a transfer with escrow has no cash receipt by request.',
    '결제창이 열리지 않습니다. 에스크로 계좌이체에는 현금영수증을 요청할 수 없습니다.',
  ],
  [
    'The page has escrow for these only; what is not agreed on fails, or comes back as a payment without escrow.',
    '문서상 에스크로는 이 결제수단에만 있습니다. 계약에 없으면 실패하거나 에스크로가 아닌 결제로 처리됩니다.',
  ],
  [
    'The window does not open, with the text "스마트로가 지원하지 않는 화폐입니다".',
    '"스마트로가 지원하지 않는 화폐입니다"라는 문구와 함께 결제창이 열리지 않습니다.',
  ],
  [
    'Newer documents ask for `bypass.shop_user_id` with phones and vouchers, the 2017 manual does not. Its sample for PAYCO through KCP has escrow without `kcpProducts`, so there their absence is a warning. Wallets are reported as `card` or `point` since September 2024. KB cards fail in its test mode. `kcp_v2` is an identity check, and no payment of V1.',
    '새 문서는 휴대폰 결제와 상품권에 `bypass.shop_user_id`를 요구하지만 2017년 매뉴얼에는 없습니다. KCP를 통한 페이코 예제는 `kcpProducts` 없이 에스크로를 쓰므로 이 경우 없어도 경고입니다. 2024년 9월부터 간편결제는 `card`나 `point`로 돌아옵니다. 테스트 모드에서 KB국민카드는 실패합니다. `kcp_v2`는 본인인증이며 V1의 결제가 아닙니다.',
  ],
  [
    'The payment does not proceed, says the manual of 2017; newer pages want the products of carts, to deliver them apart.',
    '2017년 매뉴얼에 따르면 결제가 진행되지 않습니다. 새 문서는 장바구니 상품을 나누어 배송하기 위해 상품 목록을 받습니다.',
  ],
  [
    'Opens a window that makes a billing key; the amount is only shown, and on a PC not even that.',
    '빌링키를 만드는 창이 열립니다. 금액은 표시만 되고 PC에서는 표시되지도 않습니다.',
  ],
  [
    'The gateway makes billing keys and nothing else, and keeps the key under this id.',
    '빌링키만 만드는 PG사이며 이 아이디로 키를 보관합니다.',
  ],
  [
    'Each action has a window of its own, and only `Pay` moves money. The landing URL has `imp_status` and `kcp_action` in place of `imp_success`. `PrepaidOfflinePaymentInfo` calls back only where it fails, and is no payment: it has no order either.',
    '동작마다 창이 따로 있고 돈이 움직이는 것은 `Pay`뿐입니다. 결제 완료 주소에는 `imp_success` 대신 `imp_status`와 `kcp_action`이 있습니다. `PrepaidOfflinePaymentInfo`는 실패할 때만 콜백하며 결제가 아니고 주문도 없습니다.',
  ],
  [
    'Required by the page: the action says which window opens.',
    '모든 동작에 문서상 필수입니다. 이 값으로 어떤 창을 열지 정합니다.',
  ],
  [
    "Required by the page for every action: KCP keeps a buyer's cards under this id.",
    '모든 동작에 문서상 필수입니다. KCP가 이 아이디로 구매자의 카드를 보관합니다.',
  ],
  [
    'The older mobile module may lose results, because they come in another session; `niceMobileV2: true` opts into the newer one. `tax_free: 0` with `vat_amount: 0` is for a MID of zero rate.',
    '옛 모바일 모듈은 결과가 다른 세션으로 와서 잃을 수 있습니다. `niceMobileV2: true`로 새 모듈을 씁니다. `tax_free: 0`과 `vat_amount: 0`은 영세율 상점 아이디(MID)용입니다.',
  ],
  [
    'Naver Pay is `naverpay_card` or `naverpay_point`. When its window does not open for another reason than those below, it only says "알 수 없는 이유로 결제가 중단되었습니다". In one incident payments by PAYCO were paid and stored as failed.',
    '네이버페이는 `naverpay_card` 또는 `naverpay_point`입니다. 아래에 없는 이유로 결제창이 열리지 않으면 "알 수 없는 이유로 결제가 중단되었습니다"라고만 나옵니다. 페이코 결제가 실제로는 결제되고 실패로 저장된 장애가 한 번 있었습니다.',
  ],
  [
    'Required by the page; the window does not open, and does not say what it misses.',
    '문서상 필수입니다. 결제창이 열리지 않고 무엇이 빠졌는지 알려 주지 않습니다.',
  ],
  [
    'The window does not open, with the text "나이스페이 V2 가상계좌 발급시 유효한 입금 기한을 필수로 입력해야 합니다."',
    '"나이스페이 V2 가상계좌 발급시 유효한 입금 기한을 필수로 입력해야 합니다."라는 문구와 함께 결제창이 열리지 않습니다.',
  ],
  [
    'The window does not open; with a value other than the contract\'s it fails with "CPID 설정 오류".',
    '결제창이 열리지 않습니다. 값이 계약과 다르면 "CPID 설정 오류"로 실패합니다.',
  ],
  [
    'The page takes an issuer called directly with fixed instalments only; the window does not say what it misses.',
    '카드사 직접 호출은 고정 할부일 때만 된다고 문서에 있습니다. 결제창은 무엇이 빠졌는지 알려 주지 않습니다.',
  ],
  [
    'The page takes a period with both ends only; the window does not say what it misses.',
    '기간은 시작과 끝이 모두 있어야 한다고 문서에 있습니다. 결제창은 무엇이 빠졌는지 알려 주지 않습니다.',
  ],
  [
    'Required by the page for billing keys; it does not say what happens without it.',
    '빌링키에 문서상 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'Required by the page for this voucher; the window does not say what it misses.',
    '이 상품권에 문서상 필수입니다. 결제창은 무엇이 빠졌는지 알려 주지 않습니다.',
  ],
  [
    'The window does not open, with a text that says so: cash receipts of these are asked for beforehand.',
    '그렇게 알리는 문구와 함께 결제창이 열리지 않습니다. 이 결제수단의 현금영수증은 미리 요청해야 합니다.',
  ],
  [
    'The window does not open, with the text "현금영수증 식별 번호가 올바르지 않습니다.": only phone numbers are taken.',
    '"현금영수증 식별 번호가 올바르지 않습니다."라는 문구와 함께 결제창이 열리지 않습니다. 전화번호만 받습니다.',
  ],
  [
    'The page takes no special characters with this pay method; the window does not say what is wrong.',
    '이 결제수단에는 특수문자를 쓸 수 없다고 문서에 있습니다. 결제창은 무엇이 잘못되었는지 알려 주지 않습니다.',
  ],
  [
    'The window does not open, with a text that says so: a transfer with escrow cannot be called directly.',
    '그렇게 알리는 문구와 함께 결제창이 열리지 않습니다. 에스크로 계좌이체는 직접 호출할 수 없습니다.',
  ],
  [
    'No window opens: Naver Pay is `naverpay_card` or `naverpay_point` here.',
    '결제창이 열리지 않습니다. 여기서 네이버페이는 `naverpay_card` 또는 `naverpay_point`입니다.',
  ],
  [
    'Toss Bank cannot be called directly; the window does not say what is wrong.',
    '토스뱅크는 직접 호출할 수 없습니다. 결제창은 무엇이 잘못되었는지 알려 주지 않습니다.',
  ],
  [
    'The page has escrow for these only; it does not say what happens with others.',
    '문서상 에스크로는 이 결제수단에만 있습니다. 다른 결제수단이면 어떻게 되는지는 설명이 없습니다.',
  ],
  ['Escrow is for cash-like pay methods only.', '에스크로는 현금성 결제수단에만 있습니다.'],
  [
    'The authentication of a card may fail. For a billing key the page calls it optional.',
    '카드 인증이 실패할 수 있습니다. 빌링키를 발급할 때는 선택이라고 문서에 있습니다.',
  ],
  [
    'The payment does not proceed, says the manual of 2019, also where it is an empty text.',
    '2019년 매뉴얼에 따르면 빈 문자열이어도 결제가 진행되지 않습니다.',
  ],
  [
    'The payment does not proceed: escrow is for pay methods like cash.',
    '결제가 진행되지 않습니다. 에스크로는 현금성 결제수단에만 있습니다.',
  ],
  [
    "Documented with a channelKey only. A QR payment may be approved after the window closed: a webhook is needed. WeChat wants the shop's domain registered, or phones see a page of errors; its test MID is for PCs only. Another currency than KRW and USD is charged as won.",
    '문서에는 channelKey로만 나옵니다. QR 결제는 결제창이 닫힌 뒤에 승인될 수 있어 웹훅이 필요합니다. WeChat은 쇼핑몰 도메인을 등록해야 하며 그러지 않으면 휴대폰에 오류 페이지가 나옵니다. 테스트 MID는 PC 전용입니다. KRW와 USD가 아닌 화폐는 원화로 결제됩니다.',
  ],
  [
    'Required by the page for Alipay+; it does not say what happens without it.',
    'Alipay+에 문서상 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  ['`trans` is in the manual only.', '`trans`는 매뉴얼에만 있습니다.'],
  [
    'Required by the manual; it does not say what happens without it.',
    '매뉴얼상 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'A billing key may be made although the window was closed: a webhook is needed. It needs no `amount`.',
    '창이 닫혔어도 빌링키가 만들어질 수 있어 웹훅이 필요합니다. 빌링키에는 `amount`가 필요 없습니다.',
  ],
  [
    'The test code of `tosspay`. On a PC its results do not arrive reliably.',
    '`tosspay`의 테스트 코드입니다. PC에서는 결과가 확실하게 오지 않습니다.',
  ],
  [
    'Scripts before 1.1.7 may have its popup blocked on a PC. `company` with `vbank` is what banks recommend.',
    '1.1.7보다 오래된 스크립트는 PC에서 팝업이 차단될 수 있습니다. 은행은 `vbank`에 `company`를 권장합니다.',
  ],
  ["The window shows an error, says PortOne's sample.", 'PortOne 예제에 따르면 결제창에 오류가 나옵니다.'],
  [
    'Required by the page for phone bills; it does not say what happens without it.',
    '휴대폰 결제에 문서상 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  ['Only its code is known.', '코드만 알려져 있습니다.'],
  [
    "A popup on a PC. Documents disagree whether a phone leaves the page, so both ways are prepared for. With another buyer's CI in `bypass.settle.custCi` the payment stops.",
    'PC에서는 팝업입니다. 휴대폰에서 페이지를 떠나는지 문서마다 달라 두 경우를 모두 준비합니다. `bypass.settle.custCi`에 다른 구매자의 CI를 넣으면 결제가 멈춥니다.',
  ],
  ["Gone from PortOne's documents.", 'PortOne 문서에서 사라졌습니다.'],
  [
    'Its contract demands that `error_msg` is shown unchanged, and that less than 10 won are refused by the shop. A billing key (`customer_uid`) needs no `naverProducts`; without `naverProductCode` a buyer can register twice. `naverUseCfm` only where it is in the contract.',
    '계약상 `error_msg`를 그대로 보여 주어야 하고 10원 미만은 쇼핑몰이 막아야 합니다. 빌링키(`customer_uid`)에는 `naverProducts`가 필요 없고, `naverProductCode`가 없으면 구매자가 두 번 등록할 수 있습니다. `naverUseCfm`은 계약에 있을 때만 씁니다.',
  ],
  [
    "Naver's inspection of the shop fails, and before that the shop cannot go live.",
    '네이버의 검수를 통과하지 못하며 그 전에는 서비스를 시작할 수 없습니다.',
  ],
  [
    'The order ends at Naver: neither the callback nor `m_redirect_url` is called, with `popup: true` neither. Only the server learns of it.',
    '주문이 네이버에서 끝나므로 `popup: true`를 써도 콜백과 `m_redirect_url` 어느 쪽도 호출되지 않습니다. 서버만 결과를 압니다.',
  ],
  [
    'Naver has nothing to put on the order form: the manual has no order without.',
    '네이버 주문서에 표시할 상품이 없습니다. 매뉴얼에는 상품 없는 주문이 없습니다.',
  ],
  ["Removed from PortOne's documents on 2025-11-18.", '2025-11-18에 PortOne 문서에서 삭제되었습니다.'],
  ['Required by the page, before it was removed.', '문서가 삭제되기 전에 필수였습니다.'],
  [
    'The page took letters, digits and `_` only, before it was removed.',
    '문서가 삭제되기 전에는 문자, 숫자, `_`만 받았습니다.',
  ],
  [
    'The console has to be set to its API of 2022-07-27. The callback has only `imp_uid` and `merchant_uid`. ISP cards fail in Safari, and popup blockers of Safari and Firefox stop paybook, `vbank` and `phone`. `card.direct` without `quota` is the lump sum. Without a contract for escrow the payment is none of escrow.',
    '콘솔에서 API를 2022-07-27 버전으로 설정해야 합니다. 콜백에는 `imp_uid`와 `merchant_uid`만 있습니다. Safari에서 ISP 카드가 실패하고, Safari와 Firefox의 팝업 차단이 페이북, `vbank`, `phone`을 막습니다. `quota` 없는 `card.direct`는 일시불입니다. 에스크로 계약이 없으면 에스크로가 아닌 결제가 됩니다.',
  ],
  [
    "`customer_id` has to be random, so that nobody can guess another's; one of PortOne's own samples does without. Its widget is opened with `IMP.loadUI`. `display.card_quota` has one number, paid with at once.",
    '`customer_id`는 다른 사람의 값을 추측할 수 없게 무작위여야 하지만 PortOne 예제 하나는 이 값 없이 씁니다. 위젯은 `IMP.loadUI`로 엽니다. `display.card_quota`는 숫자 하나이며 바로 그 할부로 결제됩니다.',
  ],
  [
    'The page offers won only; it does not say what happens with others.',
    '문서에는 원화만 있습니다. 다른 화폐이면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'The code stayed when Toss Payments took the gateway over.',
    '토스페이먼츠가 이 PG사를 인수한 뒤에도 코드는 그대로입니다.',
  ],
  [
    "The code is also that of Danal's identity check, `IMP.certification`.",
    '다날 본인인증(`IMP.certification`)의 코드이기도 합니다.',
  ],
  [
    'The payment may fail in the window, says the page.',
    '문서에 따르면 결제창에서 결제가 실패할 수 있습니다.',
  ],
  [
    'A billing key with `amount: 0` costs the buyer 10 won, given back half an hour later. Phone bills are `danal`.',
    '`amount: 0`으로 빌링키를 만들면 구매자에게 10원이 결제되고 30분 뒤에 돌려줍니다. 휴대폰 결제는 `danal`입니다.',
  ],
  [
    'The payment may fail in the window, says the page, which calls it optional for a billing key.',
    '문서에 따르면 결제창에서 결제가 실패할 수 있습니다. 빌링키를 발급할 때는 선택이라고 되어 있습니다.',
  ],
  [
    'Required by the documents to issue an account, as 10 digits; they do not say what happens without it.',
    '가상계좌를 발급하려면 문서상 숫자 10자리가 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    "`econtext` is reported as a virtual account whose number is `unknown`. Korean cards are `bypass.eximbay.issuercountry: 'KR'`; PortOne's sample of that has 14.2 won.",
    "`econtext`는 계좌번호가 `unknown`인 가상계좌로 돌아옵니다. 국내 카드는 `bypass.eximbay.issuercountry: 'KR'`이며, PortOne의 해당 예제는 금액이 14.2원입니다.",
  ],
  [
    'Required by the page; it does not say what happens without it.',
    '문서상 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  ['Ended in May 2018; `kakaopay` took its place.', '2018년 5월에 종료되고 `kakaopay`로 바뀌었습니다.'],
  [
    'The manual says that a phone stays on the page; scripts since 1.1.8 leave it. `vat_amount` is not supported.',
    '매뉴얼에는 휴대폰에서 페이지에 머문다고 되어 있지만 1.1.8부터의 스크립트는 페이지를 떠납니다. `vat_amount`는 지원하지 않습니다.',
  ],
  [
    'A popup on a PC: it must be asked for inside the click. Newer documents require `name`, the 2017 manual does not.',
    'PC에서는 팝업이므로 클릭 안에서 요청해야 합니다. 새 문서는 `name`을 요구하고 2017년 매뉴얼은 요구하지 않습니다.',
  ],
  ['No longer offered to new shops.', '신규 쇼핑몰에는 더 이상 제공되지 않습니다.'],
  ['PayPal does not take won.', 'PayPal은 원화를 받지 않습니다.'],
  [
    'Opened with `IMP.loadUI`, not with `request_pay`: for this one only `prepare` is of use. The page must have no element with the id `paypal`. A payment may stay pending for a while.',
    '`request_pay`가 아니라 `IMP.loadUI`로 열기 때문에 여기서는 `prepare`만 쓸모가 있습니다. 페이지에 id가 `paypal`인 요소가 있으면 안 됩니다. 결제가 한동안 대기 상태일 수 있습니다.',
  ],
  ['An error is shown in place of the window.', '결제창 대신 오류가 나옵니다.'],
  [
    'An error is shown in place of the window: PayPal does not take won.',
    '결제창 대신 오류가 나옵니다. PayPal은 원화를 받지 않습니다.',
  ],
  [
    'Amounts under 1000 need `below1000` in `bypass.welcome.acceptmethod`, on phones in `bypass.welcome.P_RESERVED`. On a PC only a lump sum is offered unless `display.card_quota` says more. Billing keys by phone bill are charged. The shop cannot cancel a payment with escrow at will.',
    '1000원 미만은 `bypass.welcome.acceptmethod`에(휴대폰은 `bypass.welcome.P_RESERVED`에) `below1000`이 필요합니다. PC에서는 `display.card_quota`를 늘리지 않으면 일시불만 나옵니다. 휴대폰 결제의 빌링키는 발급과 동시에 결제됩니다. 에스크로 결제는 쇼핑몰이 마음대로 취소할 수 없습니다.',
  ],
  [
    'The page takes an issuer called directly with fixed instalments only; it does not say what happens without.',
    '카드사 직접 호출은 고정 할부일 때만 된다고 문서에 있습니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'The window does not open on phones, which offer 36 months at most.',
    '휴대폰에서 결제창이 열리지 않습니다. 36개월까지만 됩니다.',
  ],
  [
    'The window does not open, with a text that says so: points cannot be switched off.',
    '그렇게 알리는 문구와 함께 결제창이 열리지 않습니다. 포인트는 끌 수 없습니다.',
  ],
  [
    'The window does not open, with a text that says so: a period is both ends, or an interval of a month or a year.',
    '그렇게 알리는 문구와 함께 결제창이 열리지 않습니다. 기간은 시작과 끝 모두이거나 한 달 또는 일 년 간격입니다.',
  ],
  [
    'The window does not open, with a text that says so: only anonymous receipts are offered, which have no number.',
    '그렇게 알리는 문구와 함께 결제창이 열리지 않습니다. 번호가 없는 자진발급 현금영수증만 됩니다.',
  ],
  [
    'Documents disagree whether a phone leaves the page, so both ways are prepared for. In an app its `app_scheme` has to be registered with LG CNS, and a WebView of iOS needs www.mysmilepay.com as its base address.',
    '휴대폰에서 페이지를 떠나는지 문서마다 달라 두 경우를 모두 준비합니다. 앱에서는 `app_scheme`을 LG CNS에 등록해야 하고 iOS WebView는 기본 주소가 www.mysmilepay.com이어야 합니다.',
  ],
  [
    "Removed from PortOne's documents on 2024-04-18. The manual's sample has no currency, and so asks for dollars.",
    '2024-04-18에 PortOne 문서에서 삭제되었습니다. 매뉴얼 예제에는 화폐가 없어 달러로 결제를 요청합니다.',
  ],
  [
    'The manual has these only; it does not say what happens with others.',
    '매뉴얼에는 이 값들만 있습니다. 다른 값이면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    "Documented with a channelKey only. The buyer's means of payment is `bypass.payletter_global.pginfo`, not `pay_method`. A payment may stay pending: a webhook is needed. A billing key is made together with a payment, by cards only.",
    '문서에는 channelKey로만 나옵니다. 결제수단은 `pay_method`가 아니라 `bypass.payletter_global.pginfo`입니다. 결제가 대기 상태일 수 있어 웹훅이 필요합니다. 빌링키는 카드로 결제와 함께 만듭니다.',
  ],
  [
    'Required by the page for WeChat Pay and Alipay; it does not say what happens without it.',
    'WeChat Pay와 Alipay에 문서상 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'Documents disagree whether a phone leaves the page, so both ways are prepared for.',
    '휴대폰에서 페이지를 떠나는지 문서마다 달라 두 경우를 모두 준비합니다.',
  ],
  ["Removed from PortOne's documents on 2024-04-18.", '2024-04-18에 PortOne 문서에서 삭제되었습니다.'],
  [
    'The manual says that a phone stays on the page, newer documents that it leaves; phone bills stay in both readings. A phone bill with `customer_uid` is charged each month, on the same day and with the same amount.',
    '매뉴얼에는 휴대폰에서 페이지에 머문다고, 새 문서에는 떠난다고 되어 있습니다. 휴대폰 결제는 두 문서 모두 머무릅니다. `customer_uid`를 쓴 휴대폰 결제는 매달 같은 날 같은 금액이 결제됩니다.',
  ],
  [
    'Documented with a channelKey only. A popup on a PC. With escrow a transfer is one of escrow, a virtual account only shows it.',
    '문서에는 channelKey로만 나옵니다. PC에서는 팝업입니다. 에스크로를 쓰면 계좌이체는 에스크로로 처리되고 가상계좌는 표시만 됩니다.',
  ],
  [
    'Required by the page for this pay method; it does not say what happens without it.',
    '이 결제수단에 문서상 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'Required by the page where no more than a key is made; it does not say what happens without it.',
    '키만 만들 때 문서상 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'Required by the page for a transfer with escrow; it does not say what happens without it.',
    '에스크로 계좌이체에 문서상 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'Required by the page for a transfer with escrow that is called directly; it does not say what happens without it.',
    '직접 호출하는 에스크로 계좌이체에 문서상 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'The page takes 4 characters or more; it does not say what happens with fewer.',
    '문서상 4자 이상입니다. 더 짧으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'The page takes 40 characters at most; it does not say what happens with more.',
    '문서상 40자까지입니다. 더 길면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'A MID for digital goods wants `digital: true` with every payment. In dollars only foreign cards pay. The app card of KB has instalments only with `card.useInstallment: true`. `[0]` in `display.card_quota` is the lump sum.',
    '디지털 상품용 MID는 모든 결제에 `digital: true`가 필요합니다. 달러는 해외 카드로만 결제됩니다. KB국민 앱카드는 `card.useInstallment: true`일 때만 할부가 됩니다. `display.card_quota`의 `[0]`은 일시불입니다.',
  ],
  [
    "The account's deadline is one that nobody can tell, and it may go wrong, says the page.",
    '문서에 따르면 가상계좌의 입금 기한을 알 수 없게 되어 잘못될 수 있습니다.',
  ],
  [
    'Required by the page for escrow: the buyer is asked there to confirm the delivery.',
    '에스크로에 문서상 필수입니다. 이 주소로 구매자에게 배송 확인을 요청합니다.',
  ],
  [
    'Required by the page for every direct call; it does not say what happens without it.',
    '모든 직접 호출에 문서상 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'The page offers direct calls for won only; it does not say what happens with others.',
    '문서상 직접 호출은 원화만 됩니다. 다른 화폐이면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'Required by the page for this issuer called directly; it does not say what happens without it.',
    '이 카드사를 직접 호출할 때 문서상 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'Required by the page for this wallet called directly; it does not say what happens without it.',
    '이 간편결제를 직접 호출할 때 문서상 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    '`buyer_name` is "First Last". A failed payment may turn into a paid one later. With `card.info` it is paid in the page, without a window.',
    '`buyer_name`은 "이름 성" 형식입니다. 실패한 결제가 나중에 결제 완료로 바뀔 수 있습니다. `card.info`를 쓰면 결제창 없이 페이지에서 결제됩니다.',
  ],
  [
    'Required by the documents; they do not say what happens without it.',
    '문서상 필수입니다. 없으면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'The page takes whole numbers only; it does not say what happens with others.',
    '문서상 정수만 됩니다. 다른 값이면 어떻게 되는지는 설명이 없습니다.',
  ],
  [
    'May report a failure although the money was taken, because it confirms in three steps. Texts must be ones that EUC-KR can write. `digital` must be as the contract has it, or the payment is refused. An app needs `app_scheme`.',
    '세 단계로 승인하므로 돈이 빠져나갔는데도 실패로 알릴 수 있습니다. 텍스트는 EUC-KR로 쓸 수 있어야 합니다. `digital`이 계약과 다르면 결제가 거부됩니다. 앱에는 `app_scheme`이 필요합니다.',
  ],
  [
    "A billing key without an `amount` shows 1000 won to the buyer; a key by phone bill is charged. `moneytree` is in the list of the page's box only. `app_scheme` is for apps of iOS only.",
    '`amount` 없는 빌링키는 구매자에게 1000원으로 표시되고, 휴대폰 결제의 키는 바로 결제됩니다. `moneytree`는 문서의 표에만 있습니다. `app_scheme`은 iOS 앱 전용입니다.',
  ],
  [
    "The page takes 64 characters at most, where PortOne's general limit is 40; it does not say what happens with more.",
    '문서상 64자까지이며 PortOne의 일반 한도는 40자입니다. 더 길면 어떻게 되는지는 설명이 없습니다.',
  ],
])

/** All sentences that are known here. */
export const translated = [...KOREAN.keys()]

/** A note or a reason in Korean. */
export const inKorean = text => {
  const said = KOREAN.get(text)
  if (!said) throw new Error(`scripts/docs-gateways-ko.mjs: say in Korean "${text}"`)
  return said
}
